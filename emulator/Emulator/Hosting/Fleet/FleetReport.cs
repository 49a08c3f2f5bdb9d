namespace IqosDevice.Emulator.Hosting.Fleet;

/// <summary>What became of a fleet.</summary>
public sealed record FleetReport
{
    public required int Threads { get; init; }

    /// <summary>Virtual time that every holder has lived.</summary>
    public required double VirtualSeconds { get; init; }

    public required double WallSeconds { get; init; }

    /// <summary>Virtual over real time of the whole fleet, 1 or more where it keeps up with the clock.</summary>
    public double RealTimeFactor => VirtualSeconds / WallSeconds;

    /// <summary>Processor time of the whole process while the holders ran.</summary>
    public required double ProcessorSeconds { get; init; }

    /// <summary>Processor time that one holder takes for one virtual second, µs.</summary>
    public required double ProcessorMicrosecondsPerHolderSecond { get; init; }

    /// <summary>How late a holder's turn came against the wall clock; null unless paced.</summary>
    public required double? LatenessP50Ms { get; init; }

    public required double? LatenessP99Ms { get; init; }

    /// <summary>Managed memory of one holder when all had been made, and at the end.</summary>
    public required long BytesPerHolderAtStart { get; init; }

    public required long BytesPerHolderAtEnd { get; init; }

    /// <summary>
    /// Managed memory that one holder gains in an hour once it has warmed up: from the middle of the run to its end. Null for
    /// runs of less than four minutes, and where the clock leaves no time to collect what is not reachable.
    /// </summary>
    public required double? BytesPerHolderGrownPerHour { get; init; }

    /// <summary>Most holders that heated at the same moment, at the end of some slice.</summary>
    public required int MostHeating { get; init; }

    /// <summary>Share of all ticks in which the heater conducted.</summary>
    public required double HeatingShare { get; init; }

    public required long Acts { get; init; }

    public required long Faults { get; init; }

    /// <summary>How often the firmware's supervision tripped.</summary>
    public required long Trips { get; init; }

    /// <summary>Broken invariants; empty if all is well.</summary>
    public required IReadOnlyList<FleetViolation> Violations { get; init; }

    /// <summary>Hash over the hashes of all holders in order; the same whatever the number of threads.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<FleetMinute> Minutes { get; init; }
}
