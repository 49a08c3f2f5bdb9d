using IqosDevice.Emulator.Holder.Checkers;
using IqosDevice.Emulator.Holder.Tracing;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions;

/// <summary>Plays one whole session with a fresh holder: stick in, button held, puffs from Ready on, until it ends.</summary>
public static class SessionRun
{
    private const int SampleEveryTicks = 5;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(3);

    // Preheat, six minutes, and the longest pause.
    private static readonly TimeSpan SessionLimit = TimeSpan.FromMinutes(20);

    /// <summary>Runs as fast as the machine can.</summary>
    /// <param name="options">The holder; from a fresh state unless its flash says otherwise.</param>
    /// <param name="puffs">Puffs; their times count from Ready.</param>
    /// <param name="onSample">Called ten times a virtual second.</param>
    /// <exception cref="ArgumentException">The model is unknown.</exception>
    public static SessionReport Execute(HolderOptions options, PuffProfile puffs, Action<TraceSample>? onSample = null) =>
        Execute(options, puffs, onSample is null ? [] : [new SampleFeed(onSample)]);

    /// <summary>The same with anything that looks on, after the holder has lain for some time.</summary>
    internal static SessionReport Execute(
        HolderOptions options, PuffProfile puffs, IReadOnlyList<IHolderObserver> observers, TimeSpan? rest = null)
    {
        using VirtualHolder holder = VirtualHolder.Start(options);
        var metrics = new SessionMetrics();
        var invariants = new InvariantChecker();
        holder.Observe(metrics);
        holder.Observe(invariants);
        foreach (IHolderObserver observer in observers)
        {
            holder.Observe(observer);
        }

        double chargeBefore = holder.Plant.CellStateOfCharge;
        Play(holder, puffs, rest ?? Settling);
        return new SessionReport
        {
            Model = holder.Model.Name,
            Seed = options.Seed,
            PuffProfile = puffs.Name,
            ReadyAtSeconds = metrics.ReadyAtSeconds,
            PeakCelsius = metrics.PeakCelsius,
            OvershootCelsius = metrics.OvershootCelsius,
            HoldErrorP95Celsius = metrics.HoldErrorPercentile(95),
            PuffDroopMaxCelsius = metrics.PuffDroopMaxCelsius,
            Puffs = holder.Firmware.PuffsTaken,
            EndReason = EndReasonOf(holder.Firmware),
            EnergyJoules = holder.Plant.HeaterJoules,
            ChargeBeforePercent = chargeBefore * 100,
            ChargeAfterPercent = holder.Plant.CellStateOfCharge * 100,
            Faults = FaultsOf(holder, metrics, invariants),
            VirtualSeconds = holder.Queue.NowUs * 1e-6,
            TraceHash = holder.TraceHash,
        };
    }

    /// <summary>Rests, puts a stick in, starts, puffs, until the session ends.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="puffs">Puffs; their times count from Ready.</param>
    /// <param name="rest">Before the stick.</param>
    /// <param name="onStarted">Called once where the start was allowed, before anything is hot.</param>
    internal static void Play(VirtualHolder holder, PuffProfile puffs, TimeSpan rest, Action<VirtualHolder>? onStarted = null)
    {
        holder.Advance(rest);
        holder.InsertStick();
        holder.Advance(Settling);
        holder.HoldButton(Hold);
        if (!holder.RunUntil(static h => h.Firmware.IsHeatingState, StartLimit))
        {
            return;
        }

        onStarted?.Invoke(holder);
        if (holder.RunUntil(static h => h.Firmware.State != HolderState.Preheat, SessionLimit) && holder.Firmware.IsHeatingState)
        {
            holder.PlayPuffs(puffs);
            holder.RunUntil(static h => !h.Firmware.IsHeatingState, SessionLimit);
            holder.StopPuffs();
        }

        holder.Advance(Settling);
    }

    private static string EndReasonOf(FirmwareView firmware)
    {
        if (firmware.LastEndReason != SessionEndReason.None)
        {
            return firmware.LastEndReason.ToString();
        }

        return (firmware.LastRefusal is StartRefusal.Energy or StartRefusal.Voltage ? SessionEndReason.Battery : SessionEndReason.Fault).ToString();
    }

    private static List<string> FaultsOf(VirtualHolder holder, SessionMetrics metrics, InvariantChecker invariants)
    {
        var faults = new List<string>();
        faults.AddRange(metrics.FaultRows.Select(row => $"row {row}"));
        AddIf(holder.Firmware.LastRefusal != StartRefusal.None, $"start refused: {holder.Firmware.LastRefusal}");
        AddIf(holder.Firmware.IsHung, "the firmware hung");
        AddIf(holder.Board.PowerStage.OverTemperatureTripped, "the 400 °C comparator tripped");
        AddIf(holder.Board.PowerStage.OverCurrentTripped, "the over-current latch tripped");
        faults.AddRange(invariants.Violations);
        return faults;

        void AddIf(bool applies, string fault)
        {
            if (applies)
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>Hands samples on as they come.</summary>
    private sealed class SampleFeed(Action<TraceSample> onSample) : IHolderObserver
    {
        private int tick;

        public void AfterTick(VirtualHolder holder)
        {
            if (tick++ % SampleEveryTicks == 0)
            {
                onSample(TraceSample.Of(holder));
            }
        }
    }
}
