using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Emulator.Holder;

/// <summary>What the firmware's battery gauge tells of the holder's cell at one moment.</summary>
public sealed record GaugeSnapshot
{
    /// <summary>Charge as estimated, percent; <see cref="HolderSnapshot.ShownSocPercent"/> is what users see.</summary>
    public double EstimatedPercent { get; init; }

    /// <summary>The estimate is within this of the truth, two standard deviations, percent.</summary>
    public double BandPercent { get; init; }

    /// <summary>Resting, Charging, Full or Discharging.</summary>
    public string ChargeState { get; init; } = "Resting";

    /// <summary>Why the firmware ended charging: None, Full, TimeOut or OutOfLimits.</summary>
    public string ChargeStop { get; init; } = "None";

    /// <summary>Why the gauge began anew at power-on: None, Fresh, Damaged or Contradicted.</summary>
    public string ResetReason { get; init; } = "Fresh";

    public int RemainingMah { get; init; }

    public int RemainingMwh { get; init; }

    public int FullChargeMah { get; init; }

    /// <summary>Health by capacity, percent of a new cell.</summary>
    public int CapacityHealthPercent { get; init; }

    /// <summary>Health by resistance: 100 new, 0 at twice a new cell's.</summary>
    public int ResistanceHealthPercent { get; init; }

    /// <summary>Resistance of the cell by that of a new one, permille.</summary>
    public int ResistancePermille { get; init; } = 1000;

    /// <summary>Full cycles since the capacity was measured; -1 where it never was.</summary>
    public int CapacityAgeCycles { get; init; }

    /// <summary>Full cycles since the resistance was measured; -1 where it never was.</summary>
    public int ResistanceAgeCycles { get; init; }

    /// <summary>Equivalent full cycles.</summary>
    public int FullCycles { get; init; }

    /// <summary>Sessions left once the cell is as warm as a room.</summary>
    public int UsesLeftWarm { get; init; }

    /// <summary>Minutes at the mean current of late; -1 while not discharged.</summary>
    public int MinutesToEmpty { get; init; } = -1;

    /// <summary>Minutes; -1 while not charged.</summary>
    public int MinutesToFull { get; init; } = -1;

    /// <summary>Mean heat of this unit's sessions, joules at 25 °C.</summary>
    public int SessionJoules { get; init; }

    public int LowestMv { get; init; }

    public int HighestMv { get; init; }

    public int LowestMa { get; init; }

    public int HighestMa { get; init; }

    public double LowestCelsius { get; init; }

    public double HighestCelsius { get; init; }

    internal static GaugeSnapshot Of(BatteryGauge gauge, ChargeStop stop) => new()
    {
        EstimatedPercent = gauge.EstimatedPermille * 0.1,
        BandPercent = gauge.BandPermille * 0.1,
        ChargeState = gauge.ChargeState.ToString(),
        ChargeStop = stop.ToString(),
        ResetReason = gauge.ResetReason.ToString(),
        RemainingMah = gauge.RemainingMah,
        RemainingMwh = gauge.RemainingMwh,
        FullChargeMah = gauge.FullChargeMah,
        CapacityHealthPercent = gauge.StateOfHealthPercent,
        ResistanceHealthPercent = gauge.ResistanceHealthPercent,
        ResistancePermille = gauge.History.ResistancePermille,
        CapacityAgeCycles = gauge.CapacityAgeCycles,
        ResistanceAgeCycles = gauge.ResistanceAgeCycles,
        FullCycles = gauge.FullCycles,
        UsesLeftWarm = gauge.UsesLeftWarm,
        MinutesToEmpty = gauge.MinutesToEmpty,
        MinutesToFull = gauge.MinutesToFull,
        SessionJoules = gauge.History.SessionJoules,
        LowestMv = gauge.History.LowestMv,
        HighestMv = gauge.History.HighestMv,
        LowestMa = gauge.History.LowestMa,
        HighestMa = gauge.History.HighestMa,
        LowestCelsius = gauge.History.LowestDeciCelsius * 0.1,
        HighestCelsius = gauge.History.HighestDeciCelsius * 0.1,
    };
}
