using System.Buffers.Binary;

namespace IqosDevice.Client.Values;

/// <summary>The battery gauge register (SCP register 21).</summary>
public sealed record BatteryGauge
{
    private const int EncodedBytes = 14;

    public int ChargePercent { get; init; }

    public int Millivolts { get; init; }

    /// <summary>Positive charges.</summary>
    public int Milliamperes { get; init; }

    public double Celsius { get; init; }

    public int RemainingMilliampereHours { get; init; }

    public int FullMilliampereHours { get; init; }

    public int HealthPercent { get; init; }

    public int FullCycles { get; init; }

    /// <summary>Reads the 14 bytes of the register.</summary>
    /// <exception cref="HolderException">Another length.</exception>
    public static BatteryGauge Parse(ReadOnlySpan<byte> payload) => payload.Length == EncodedBytes
        ? new BatteryGauge
        {
            ChargePercent = payload[0],
            Millivolts = BinaryPrimitives.ReadUInt16LittleEndian(payload[1..]),
            Milliamperes = BinaryPrimitives.ReadInt16LittleEndian(payload[3..]),
            Celsius = BinaryPrimitives.ReadInt16LittleEndian(payload[5..]) / 10.0,
            RemainingMilliampereHours = BinaryPrimitives.ReadUInt16LittleEndian(payload[7..]),
            FullMilliampereHours = BinaryPrimitives.ReadUInt16LittleEndian(payload[9..]),
            HealthPercent = payload[11],
            FullCycles = BinaryPrimitives.ReadUInt16LittleEndian(payload[12..]),
        }
        : throw new HolderException($"The battery gauge has {EncodedBytes} bytes, not {payload.Length}.");
}
