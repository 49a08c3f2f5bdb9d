using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Faults.Storage;

/// <summary>A flash whose writes become durable a while after it has said so; a power cut meanwhile loses them.</summary>
/// <param name="queue">Virtual time.</param>
/// <param name="flash">The medium.</param>
/// <param name="seconds">How long it takes.</param>
internal sealed class LateStorage(EventQueue queue, FlashVolume flash, double seconds) : IStorageFault
{
    public void Commit(Action commit) => queue.After((long)(seconds * 1e6), () =>
    {
        if (!flash.PowerIsLost)
        {
            commit();
        }
    });
}
