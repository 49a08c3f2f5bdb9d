using System.Buffers.Binary;

namespace IqosDevice.Client.Values;

/// <summary>One entry of the holder's event log.</summary>
/// <param name="Sequence">0..0xFFFE, then 0 again.</param>
/// <param name="Time">By the holder's real-time clock.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Code">Checklist row, reason or register, by kind.</param>
/// <param name="Value">Measured value, by kind.</param>
public sealed record EventLogEntry(int Sequence, DateTime Time, EventKind Kind, int Code, int Value)
{
    /// <summary>Sequence that ends the list.</summary>
    internal const int EndSequence = 0xFFFF;

    private const int EncodedBytes = 10;
    private static readonly DateTime Epoch = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads the 10 bytes, e.g. <c>05 00 00 7E 18 1E 07 00 01 00</c>: entry 5, 2026-01-01 00:00, locked.</summary>
    /// <exception cref="HolderException">Another length.</exception>
    public static EventLogEntry Parse(ReadOnlySpan<byte> value)
    {
        int sequence = value.Length >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(value) : EndSequence;
        if (sequence == EndSequence)
        {
            return new EventLogEntry(EndSequence, Epoch, default, 0, 0);
        }

        return value.Length == EncodedBytes
            ? new EventLogEntry(
                sequence,
                Epoch.AddSeconds(BinaryPrimitives.ReadUInt32LittleEndian(value[2..])),
                (EventKind)value[6],
                value[7],
                BinaryPrimitives.ReadInt16LittleEndian(value[8..]))
            : throw new HolderException($"An event log entry has {EncodedBytes} bytes, not {value.Length}.");
    }
}
