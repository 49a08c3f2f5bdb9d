using System.Buffers.Binary;

namespace IqosDevice.Client.Values;

/// <summary>Battery information of the core service.</summary>
/// <param name="Flags">000F with a holder present, 0007 without.</param>
/// <param name="ChargerPercent">Charge of the charger; of the device itself on one-piece models.</param>
/// <param name="Celsius">Temperature of that cell.</param>
/// <param name="Millivolts">Voltage of that cell.</param>
/// <param name="HolderPercent">Charge of the holder; known only while it is docked.</param>
public sealed record BatteryInformation(int Flags, int ChargerPercent, int Celsius, int Millivolts, int? HolderPercent)
{
    /// <summary>Reads the 6 or 7 bytes, e.g. <c>0F 00 38 19 B4 0E 64</c>: 56 %, 25 °C, 3764 mV, holder 100 %.</summary>
    /// <exception cref="HolderException">Another length.</exception>
    public static BatteryInformation Parse(ReadOnlySpan<byte> value) => value.Length is 6 or 7
        ? new BatteryInformation(
            BinaryPrimitives.ReadUInt16LittleEndian(value),
            value[2],
            value[3],
            BinaryPrimitives.ReadUInt16LittleEndian(value[4..]),
            value.Length == 7 ? value[6] : null)
        : throw new HolderException($"Battery information has 6 or 7 bytes, not {value.Length}.");
}
