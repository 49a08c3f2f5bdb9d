namespace IqosDevice.Emulator.Tests.Recording;

/// <summary>A disk that becomes full, and counts its writes.</summary>
internal sealed class LimitedStream : Stream
{
    private readonly MemoryStream content = new();

    public int MostWrites { get; init; } = int.MaxValue;

    public int Writes { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => content.Length;

    public override long Position
    {
        get => content.Position;
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => content.ToArray();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Writes == MostWrites)
        {
            throw new IOException("no space");
        }

        Writes++;
        content.Write(buffer);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
