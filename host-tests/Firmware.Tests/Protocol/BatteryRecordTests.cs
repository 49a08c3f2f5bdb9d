using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class BatteryRecordTests
{
    private readonly BatteryGauge gauge = new();
    private readonly ChargerModel charger = new();
    private readonly byte[] buffer = new byte[BatteryRecord.MaxBytes];

    [Fact]
    public void A_docked_two_piece_model_tells_the_charger_and_the_holder()
    {
        Write(HolderModelId.IlumaI, docked: true).ShouldBe(7);

        LittleEndian.ReadUInt16(buffer, 0).ShouldBe(0x000F);
        buffer[2].ShouldBe((byte)charger.SocPercent);
        buffer[3].ShouldBe((byte)charger.Celsius);
        LittleEndian.ReadUInt16(buffer, 4).ShouldBe(charger.CellMv);
        buffer[6].ShouldBe((byte)gauge.ShownSocPercent);
    }

    [Fact]
    public void Undocked_the_holder_is_missing()
    {
        Write(HolderModelId.IlumaI, docked: false).ShouldBe(6);

        LittleEndian.ReadUInt16(buffer, 0).ShouldBe(0x0007);
        buffer[2].ShouldBe((byte)charger.SocPercent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_one_piece_model_tells_its_only_cell(bool docked)
    {
        Write(HolderModelId.IlumaOne, docked).ShouldBe(6);

        LittleEndian.ReadUInt16(buffer, 0).ShouldBe(0x0007);
        buffer[2].ShouldBe((byte)gauge.ShownSocPercent);
        LittleEndian.ReadUInt16(buffer, 4).ShouldBe(gauge.CellMv);
    }

    private int Write(HolderModelId model, bool docked) =>
        BatteryRecord.Write(new HolderModel(model), docked, gauge, charger, buffer);
}
