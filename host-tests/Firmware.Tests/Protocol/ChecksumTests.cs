using System.Text;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class ChecksumTests
{
    private static readonly byte[] Check = Encoding.ASCII.GetBytes("123456789");

    [Fact]
    public void Crc8_of_the_check_string_is_F4() => Crc8.Compute(Check, 0, Check.Length).ShouldBe((byte)0xF4);

    [Fact]
    public void Crc16_of_the_check_string_is_20FE() => Crc16Scp.Compute(Check, 0, Check.Length).ShouldBe((ushort)0x20FE);

    [Fact]
    public void Every_byte_goes_through_the_tables_as_it_does_bit_by_bit()
    {
        for (int first = 0; first < 256; first++)
        {
            byte[] data = [0xAA, (byte)first, 0x5C, 0xAA];
            Crc8.Compute(data, 1, 2).ShouldBe((byte)BitByBit(data, 0x07, 8));
            Crc16Scp.Compute(data, 1, 2).ShouldBe((ushort)BitByBit(data, 0x755B, 16));
        }
    }

    private static int BitByBit(byte[] data, int polynomial, int width)
    {
        int crc = 0;
        for (int index = 1; index < 3; index++)
        {
            crc ^= data[index] << (width - 8);
            for (int bit = 0; bit < 8; bit++)
            {
                bool carry = (crc & (1 << (width - 1))) != 0;
                crc = (crc << 1) & ((1 << width) - 1);
                crc ^= carry ? polynomial : 0;
            }
        }

        return crc;
    }
}
