using System.Reflection;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>
/// What the board measured in every tick of a holder from its boot through a session, and what the heater did then. From the
/// boot on, because a loop that is fed the recording must know what the recorded one knew: state of charge, proof of the cut-out.
/// </summary>
internal sealed class RecordedSession
{
    private RecordedSession(Recorder recorder)
    {
        Ticks = recorder.Ticks;
        HeatedTicks = recorder.HeatedTicks;
    }

    public IReadOnlyList<BoardInputs> Ticks { get; }

    /// <summary>Ticks with the load switch closed.</summary>
    public int HeatedTicks { get; }

    /// <summary>Runs an emulated holder for so many ticks; a session of five minutes begins in the third second.</summary>
    public static RecordedSession Record(int ticks)
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var recorder = new Recorder();
        recorder.AfterTick(holder);
        holder.Observe(recorder);
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(static h => h.Firmware.SecondsLeft > 0, TimeSpan.FromSeconds(40));
        holder.PlayPuffs(PuffProfile.ByName("natural", 1));
        holder.RunUntil(_ => recorder.Ticks.Count == ticks, TimeSpan.FromMinutes(10));
        return new RecordedSession(recorder);
    }

    private sealed class Recorder : IHolderObserver
    {
        private static readonly FieldInfo[] Quantities = typeof(BoardInputs).GetFields();

        public List<BoardInputs> Ticks { get; } = [];

        public int HeatedTicks { get; private set; }

        public void AfterTick(VirtualHolder holder)
        {
            BoardInputs now = holder.Firmware.Inputs;
            var copy = new BoardInputs();
            foreach (FieldInfo quantity in Quantities)
            {
                quantity.SetValue(copy, quantity.GetValue(now));
            }

            Ticks.Add(copy);
            HeatedTicks += holder.Board.PowerStage.Enabled ? 1 : 0;
        }
    }
}
