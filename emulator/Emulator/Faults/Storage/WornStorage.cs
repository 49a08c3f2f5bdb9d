using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults.Storage;

/// <summary>A flash that takes every write and keeps none: its content stands still.</summary>
internal sealed class WornStorage : IStorageFault
{
    public void Commit(Action commit)
    {
        // Accepted, and lost.
    }
}
