namespace IqosDevice.Repository.Tests.Cost;

/// <summary>What the firmware may cost. Raised on purpose only: each number is what was measured plus a little room.</summary>
internal static class CostLimits
{
    /// <summary>Longest path through one heater tick, IL instructions of the Release build.</summary>
    public const long HeaterTickInstructionCount = 6650;

    /// <summary>The firmware's live objects by nanoFramework's rule, bytes: the budget of 40 KB.</summary>
    public const long HeapBytes = 40 * 1024;
}
