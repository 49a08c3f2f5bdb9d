using System.Buffers.Binary;

namespace IqosDevice.Emulator.Recording;

/// <summary>
/// Writes a btsnoop file of H4 packets (RFC 1761 with Bluetooth data links), as Wireshark and Android know it. The
/// file's header and each record go out in one write each, so that what is there when the process dies is whole
/// records; a reader drops a last one that is cut.
/// <code>
/// 62 74 73 6E 6F 6F 70 00  00 00 00 01  00 00 03 EA      "btsnoop", version 1, data link 1002 = H4
/// 00 00 00 0C  00 00 00 0C  00 00 00 01  00 00 00 00     length on the air, length kept, received data, none lost
/// 00 E3 24 FB 55 4F C0 00                                µs since the year 0: 2026-01-01 00:00:00
/// 02 40 20 07 00 03 00 04 00 0A 03 00                    the packet
/// </code>
/// </summary>
public sealed class BtsnoopWriter : IDisposable
{
    /// <summary>Bytes before the first record.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Bytes of a record before its packet.</summary>
    public const int RecordHeaderBytes = 24;

    /// <summary>Data link: packets begin with their H4 type (Core 6.0, Vol 4, Part A, 2).</summary>
    public const uint H4DataLink = 1002;

    /// <summary>The start of virtual time, as the board's clock has it: 2026-01-01 00:00:00, in µs since the year 0.</summary>
    public const long EpochUs = Year2000Us + (DaysFrom2000To2026 * 86_400_000_000);

    private const uint FormatVersion = 1;
    private const long Year2000Us = 0x00E0_3AB4_4A67_6000;
    private const long DaysFrom2000To2026 = 9497;
    private const int UsualPacketBytes = 512;

    private readonly Stream stream;
    private byte[] record = new byte[RecordHeaderBytes + UsualPacketBytes];

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Unbuffered; disposed with the writer.</param>
    /// <exception cref="IOException">The stream takes nothing.</exception>
    public BtsnoopWriter(Stream stream)
    {
        this.stream = stream;
        Span<byte> header = stackalloc byte[HeaderBytes];
        "btsnoop\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], FormatVersion);
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], H4DataLink);
        stream.Write(header);
    }

    /// <summary>Appends a record.</summary>
    /// <param name="atUs">Virtual time, µs.</param>
    /// <param name="flags">Whose packet it is.</param>
    /// <param name="packet">An H4 packet.</param>
    /// <exception cref="IOException">The stream takes no more.</exception>
    public void Write(long atUs, BtsnoopFlags flags, ReadOnlySpan<byte> packet)
    {
        int recordBytes = RecordHeaderBytes + packet.Length;
        if (record.Length < recordBytes)
        {
            Array.Resize(ref record, recordBytes);
        }

        Span<byte> header = record;
        BinaryPrimitives.WriteUInt32BigEndian(header, (uint)packet.Length);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], (uint)packet.Length);
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], (uint)flags);
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], 0);
        BinaryPrimitives.WriteInt64BigEndian(header[16..], EpochUs + atUs);
        packet.CopyTo(header[RecordHeaderBytes..]);
        stream.Write(record, 0, recordBytes);
    }

    public void Dispose() => stream.Dispose();
}
