using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults.Storage;

/// <summary>A flash that reads back something else than it holds.</summary>
/// <param name="corruption">What it does to a content.</param>
internal sealed class CorruptStorage(ByteCorruption corruption) : IStorageFault
{
    public byte[]? Read(byte[]? content) => content is null ? null : corruption.Of(content);
}
