using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Faults.Storage;

/// <summary>A flash that does not answer: never, or at times.</summary>
/// <param name="board">Whose time it is.</param>
/// <param name="contact">Open while it does not answer.</param>
internal sealed class RefusingStorage(VirtualBoard board, LooseContact contact) : IStorageFault
{
    public void Access()
    {
        if (contact.IsOpen(board.NowUs))
        {
            throw new IOException("The flash does not answer.");
        }
    }
}
