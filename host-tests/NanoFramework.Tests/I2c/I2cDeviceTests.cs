using System.Device.I2c;
using IqosDevice.NanoFramework.Host;

namespace IqosDevice.NanoFramework.Tests.I2c;

public sealed class I2cDeviceTests
{
    private readonly FakeBoard board = new();

    [Fact]
    public void A_chip_that_is_not_there_is_a_status_and_no_exception()
    {
        using HostBoard.Scope scope = board.Enter();
        byte[] buffer = [0xAA, 0xAA];

        I2cTransferResult result = Open(0x40).WriteRead(new SpanByte([0x01]), new SpanByte(buffer));

        result.Status.ShouldBe(I2cTransferStatus.SlaveAddressNotAcknowledged);
        result.BytesTransferred.ShouldBe(0U);
        buffer.ShouldBe([0xAA, 0xAA]);
    }

    [Fact]
    public void A_write_then_read_is_one_transfer()
    {
        using HostBoard.Scope scope = board.Enter();
        board.I2cAnswers[0x40] = [0x12, 0x34];
        byte[] buffer = new byte[2];

        I2cTransferResult result = Open(0x40).WriteRead(new SpanByte([0x02]), new SpanByte(buffer));

        result.Status.ShouldBe(I2cTransferStatus.FullTransfer);
        result.BytesTransferred.ShouldBe(3U);
        buffer.ShouldBe([0x12, 0x34]);
        board.I2cTransfers.Count.ShouldBe(1);
        board.I2cTransfers[0].Bus.ShouldBe(1);
        board.I2cTransfers[0].Written.ShouldBe([0x02]);
    }

    private static I2cDevice Open(int address) => I2cDevice.Create(new I2cConnectionSettings(1, address));
}
