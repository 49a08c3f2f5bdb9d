using System.Diagnostics.CodeAnalysis;

namespace IqosDevice.Client.Scp;

/// <summary>
/// One SCP frame without its SEQ byte.
/// <code>
/// short: ADDR CTRL REG payload[0|4|14|24] CRC8         C9 00 03 | 09            product number of the holder
/// long : ADDR CTRL LEN payload[LEN] CRC16 LE           C9 10 02 01 01 | 75 D6   telemetry
/// </code>
/// </summary>
public sealed class ScpMessage
{
    private const byte ReplyBit = 0x80;
    private const byte LongBit = 0x10;
    private const byte OperationMask = 0x03;
    private static readonly int[] PayloadBytesOfClass = [0, 4, 14, 24];

    private ScpMessage(byte address, byte control, byte register, byte[] payload)
    {
        Address = address;
        Control = control;
        Register = register;
        Payload = payload;
    }

    /// <summary>C0 charger, C9 holder, D2 third target in requests; C0, 08, 90 in replies.</summary>
    public byte Address { get; }

    public byte Control { get; }

    /// <summary>Register of a short frame, length of the payload of a long one.</summary>
    public byte Register { get; }

    public byte[] Payload { get; }

    public bool IsReply => (Control & ReplyBit) != 0;

    public bool IsLong => (Control & LongBit) != 0;

    /// <summary>Bank or operation, the two lowest bits of CTRL.</summary>
    public int Operation => Control & OperationMask;

    /// <summary>A short request; the payload has 0, 4, 14 or 24 bytes and must fit the class in <paramref name="control"/>.</summary>
    public static ScpMessage ShortFrame(byte address, byte control, byte register, params byte[] payload)
    {
        if ((control & LongBit) != 0 || payload.Length != PayloadBytesOfClass[(control >> 2) & 3])
        {
            throw new ArgumentException($"CTRL {control:X2} does not describe a short frame with {payload.Length} payload bytes.", nameof(control));
        }

        return new ScpMessage(address, control, register, payload);
    }

    /// <summary>A long request.</summary>
    public static ScpMessage LongFrame(byte address, byte control, params byte[] payload)
    {
        if ((control & LongBit) == 0 || payload.Length > byte.MaxValue)
        {
            throw new ArgumentException($"CTRL {control:X2} does not describe a long frame.", nameof(control));
        }

        return new ScpMessage(address, control, (byte)payload.Length, payload);
    }

    /// <summary>Reads what follows the SEQ byte.</summary>
    /// <exception cref="HolderException">Too short, wrong length or wrong checksum.</exception>
    public static ScpMessage Parse(ReadOnlySpan<byte> bytes) =>
        TryParse(bytes, out ScpMessage? message, out string? problem) ? message : throw new HolderException(problem);

    /// <summary>The frame with its checksum, without SEQ.</summary>
    public byte[] ToBytes()
    {
        byte[] covered = [Control, Register, .. Payload];
        if (!IsLong)
        {
            return [Address, .. covered, ScpChecksum.Crc8(covered)];
        }

        ushort crc = ScpChecksum.Crc16(covered);
        return [Address, .. covered, (byte)crc, (byte)(crc >> 8)];
    }

    public override string ToString() => Convert.ToHexString(ToBytes());

    /// <summary>Reads what follows the SEQ byte; false with what is wrong.</summary>
    internal static bool TryParse(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ScpMessage? message, [NotNullWhen(false)] out string? problem)
    {
        message = null;
        problem = FindProblem(bytes, out int payloadBytes);
        if (problem is null)
        {
            message = new ScpMessage(bytes[0], bytes[1], bytes[2], bytes.Slice(3, payloadBytes).ToArray());
        }

        return message is not null;
    }

    /// <summary>One byte of the payload.</summary>
    /// <exception cref="HolderException">The payload is shorter.</exception>
    internal byte PayloadAt(int index) => index < Payload.Length
        ? Payload[index]
        : throw new HolderException($"The reply {this} is too short: its payload has no byte {index}.");

    private static string? FindProblem(ReadOnlySpan<byte> bytes, out int payloadBytes)
    {
        payloadBytes = 0;
        if (bytes.Length < 4)
        {
            return $"An SCP frame of {bytes.Length} bytes is too short.";
        }

        bool isLong = (bytes[1] & LongBit) != 0;
        payloadBytes = isLong ? bytes[2] : PayloadBytesOfClass[(bytes[1] >> 2) & 3];
        int expected = 3 + payloadBytes + (isLong ? 2 : 1);
        if (bytes.Length != expected)
        {
            return $"An SCP frame of {bytes.Length} bytes arrived; its header says {expected}.";
        }

        ReadOnlySpan<byte> covered = bytes[1..(3 + payloadBytes)];
        bool right = isLong
            ? (bytes[^2] | (bytes[^1] << 8)) == ScpChecksum.Crc16(covered)
            : bytes[^1] == ScpChecksum.Crc8(covered);
        return right ? null : $"An SCP frame with a wrong checksum arrived: {Convert.ToHexString(bytes)}.";
    }
}
