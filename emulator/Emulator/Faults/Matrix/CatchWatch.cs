using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>
/// Watches a holder from the moment of a fault on, tick by tick: who notices, and what the heater and the cell come to.
/// What was so already when it began to watch is not counted.
/// </summary>
internal sealed class CatchWatch : IHolderObserver
{
    private const double HighestCellVolts = 4.3;

    // The charger regulates every 10 ms; what lasts longer is no step of it.
    private const int MostCellTicks = 50;

    private readonly List<Catch> catches = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly FaultTrial trial;
    private readonly long startUs;
    private readonly StartRefusal refusalBefore;
    private long unwantedSinceUs = -1;
    private int highCellTicks;

    public CatchWatch(VirtualHolder holder, FaultTrial trial)
    {
        this.trial = trial;
        startUs = holder.Queue.NowUs;
        refusalBefore = holder.Firmware.LastRefusal;
        foreach (string present in NoticedBy(holder))
        {
            known.Add(present);
        }
    }

    /// <summary>The next session is being tried.</summary>
    public bool AtNextStart { get; set; }

    public double PeakCelsius { get; private set; }

    /// <summary>What was exceeded first; null for nothing.</summary>
    public string? Breach { get; private set; }

    public IReadOnlyList<Catch> Catches => catches;

    /// <summary>Somebody has done something about it.</summary>
    public bool Acted => catches.Exists(caught => !caught.By.StartsWith("warning", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        PeakCelsius = Math.Max(PeakCelsius, holder.Plant.HeaterCelsius);
        foreach (string by in NoticedBy(holder))
        {
            if (known.Add(by))
            {
                catches.Add(new Catch(by, (int)((holder.Queue.NowUs - startUs) / 1000), AtNextStart));
            }
        }

        Judge(holder);
    }

    private IEnumerable<string> NoticedBy(VirtualHolder holder)
    {
        FirmwareView firmware = holder.Firmware;
        PowerStage stage = holder.Board.PowerStage;
        if (firmware.FaultRow != 0)
        {
            yield return $"row {firmware.FaultRow}";
        }

        // Some rows refuse at all times, as that of the charger does: it counts where there is a demand to refuse.
        if (firmware.RefusingRow != 0 && holder.Core?.Session.Demand.Phase != HeatPhase.Off)
        {
            yield return $"row {firmware.RefusingRow}";
        }

        if (firmware.LastRefusal != refusalBefore && NameOf(firmware.LastRefusal) is { } refusal)
        {
            yield return refusal;
        }

        if (firmware.LastEndReason == SessionEndReason.Battery)
        {
            yield return "row 38";
        }

        if (firmware.WarningRow != 0)
        {
            yield return $"warning of row {firmware.WarningRow}";
        }

        if (stage.OverTemperatureTripped)
        {
            yield return "comparator";
        }

        if (stage.OverCurrentTripped)
        {
            yield return "over-current latch";
        }

        // The proof of the cut-out lets the dead-man expire before every session, and means nothing by it.
        if (stage.DeadManExpired && stage.Enabled && !AtNextStart)
        {
            yield return "dead-man";
        }
    }

    /// <summary>Rows that the start gate stands for; a refusal by a trip has its row already, one by a lock is no detection.</summary>
    private static string? NameOf(StartRefusal refusal) => refusal switch
    {
        StartRefusal.CellTemperature => "row 40",
        StartRefusal.Energy => "row 43",
        StartRefusal.Voltage => "row 37",
        StartRefusal.AmbientCold or StartRefusal.AmbientHot => "ambient window",
        _ => null,
    };

    private void Judge(VirtualHolder holder)
    {
        bool unwanted = holder.Board.PowerStage.Conducts && (!holder.Firmware.IsHeatingState || holder.Board.DockContact);
        unwantedSinceUs = !unwanted ? -1 : unwantedSinceUs >= 0 ? unwantedSinceUs : holder.Queue.NowUs;
        highCellTicks = holder.Plant.CellVolts > HighestCellVolts ? highCellTicks + 1 : 0;
        if (Breach is not null)
        {
            return;
        }

        if (holder.Plant.HeaterCelsius > trial.LimitCelsius)
        {
            Breach = $"heater above {trial.LimitCelsius} °C";
        }
        else if (unwanted && holder.Queue.NowUs - unwantedSinceUs > trial.UnwantedHeatSeconds * 1e6)
        {
            Breach = "heat that nobody asked for";
        }
        else if (highCellTicks > MostCellTicks)
        {
            Breach = $"cell above {HighestCellVolts} V";
        }
    }
}
