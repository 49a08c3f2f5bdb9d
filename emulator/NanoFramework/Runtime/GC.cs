using IqosDevice.NanoFramework.Host;

namespace nanoFramework.Runtime.Native;

/// <summary>The garbage collector of the device. Only its figure is here: what is collected is the host's own affair.</summary>
public static class GC
{
    /// <summary>Collects garbage.</summary>
    /// <param name="compactHeap">The heap is compacted too.</param>
    /// <returns>Bytes that are free afterwards.</returns>
    public static uint Run(bool compactHeap) => HostBoard.Current.Host.FreeMemoryBytes;
}
