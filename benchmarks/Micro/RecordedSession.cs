using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>What the board measured in every tick of a session, from the press of the button on.</summary>
internal sealed class RecordedSession
{
    private RecordedSession(BoardInputs[] ticks) => Ticks = ticks;

    public IReadOnlyList<BoardInputs> Ticks { get; }

    /// <summary>Runs an emulated holder for so many ticks.</summary>
    public static RecordedSession Record(int ticks)
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(2));
        var recorder = new Recorder(ticks);
        holder.Observe(recorder);
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(static h => h.Firmware.SecondsLeft > 0, TimeSpan.FromSeconds(40));
        holder.PlayPuffs(PuffProfile.ByName("natural", 1));
        holder.RunUntil(_ => recorder.Ticks.Count >= ticks, TimeSpan.FromMinutes(10));
        return new RecordedSession([.. recorder.Ticks.Take(ticks)]);
    }

    private sealed class Recorder(int capacity) : IHolderObserver
    {
        public List<BoardInputs> Ticks { get; } = new(capacity);

        public void AfterTick(VirtualHolder holder)
        {
            BoardInputs now = holder.Firmware.Inputs;
            long startMs = (holder.Queue.NowUs / 1000) - ((Ticks.Count + 1) * HeaterReplay.TickMs);
            Ticks.Add(new BoardInputs
            {
                HeaterSampleMs = now.HeaterSampleMs - startMs,
                HeaterVolts = now.HeaterVolts,
                HeaterAmps = now.HeaterAmps,
                ThermocoupleSampleMs = now.ThermocoupleSampleMs - startMs,
                ThermocoupleRaw = now.ThermocoupleRaw,
                ThermocoupleCelsius = now.ThermocoupleCelsius,
                CellSampleMs = now.CellSampleMs - startMs,
                CellMv = now.CellMv,
                CellMa = now.CellMa,
                CellMilliCelsius = now.CellMilliCelsius,
                BoardMilliCelsius = now.BoardMilliCelsius,
                ReferenceMv = now.ReferenceMv,
                HeaterTopVolts = now.HeaterTopVolts,
                GateHigh = now.GateHigh,
                ButtonPressed = now.ButtonPressed,
                StickPresent = now.StickPresent,
                Docked = now.Docked,
                ChargerActive = now.ChargerActive,
                RtcSeconds = now.RtcSeconds,
            });
        }
    }
}
