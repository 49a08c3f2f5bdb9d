namespace IqosDevice.Repository.Tests.Cost;

/// <summary>What the firmware may cost. Where a number is not a budget, it is what was measured and 5 % of room: raised on purpose only.</summary>
internal static class CostLimits
{
    /// <summary>Longest path through one heater tick, from the samples to the duty, IL instructions of the Release build.</summary>
    public const long HeaterTickInstructionCount = 1_500;

    /// <summary>Longest path through the checks that follow the tick in the same period of 20 ms.</summary>
    public const long HeaterWatchInstructionCount = 1_850;

    /// <summary>Longest path through puff detection and state machine, which come last in the period.</summary>
    public const long HeaterAttendInstructionCount = 1_500;

    /// <summary>Longest path through the gauge's filter, once a second, IL instructions of the Release build.</summary>
    public const long GaugeFilterInstructionCount = 1_200;

    /// <summary>The battery gauge with everything that it holds, bytes of heap.</summary>
    public const long GaugeHeapBytes = 2_048;

    /// <summary>The whole heap by nanoFramework's rule, bytes.</summary>
    public const long HeapBytes = 40_400;

    /// <summary>The firmware's own objects in it, bytes.</summary>
    public const long FirmwareObjectBytes = 17_600;
}
