using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults.Storage;

/// <summary>A flash whose writes keep the processor waiting, as an erase does.</summary>
/// <param name="board">Whose time it takes.</param>
/// <param name="seconds">How long a write takes.</param>
internal sealed class SlowStorage(VirtualBoard board, double seconds) : IStorageFault
{
    public void Commit(Action commit)
    {
        board.Spend((long)(seconds * 1e6));
        commit();
    }
}
