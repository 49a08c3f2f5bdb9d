using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class BatteryRecordTests
{
    private readonly BatteryGauge gauge = new();
    private readonly ChargerModel charger = new();
    private readonly byte[] buffer = new byte[BatteryRecord.MaxBytes];

    public BatteryRecordTests()
    {
        gauge.Step(0, 3900, -50, 24300);
        charger.Restore(560);
    }

    [Theory]
    [InlineData("0F003819B40E64", 56, 25, 3764, 100)]
    [InlineData("0F004B18540F64", 75, 24, 3924, 100)]
    public void Captured_records_come_out_of_their_values(string hex, int soc, int celsius, int cellMv, int holderSoc)
    {
        BatteryRecord.Write(true, soc, celsius, cellMv, holderSoc, buffer).ShouldBe(7);
        Hex.Text(buffer).ShouldBe(hex);
    }

    [Fact]
    public void Values_outside_their_fields_are_limited()
    {
        BatteryRecord.Write(true, 101, -5, 70000, -1, buffer);
        Hex.Text(buffer).ShouldBe("0F006400FFFF00");
    }

    [Fact]
    public void A_docked_two_piece_model_tells_the_charger_and_the_holder()
    {
        Write(HolderModelId.IlumaI, docked: true).ShouldBe(7);

        LittleEndian.ReadUInt16(buffer, 0).ShouldBe(0x000F);
        buffer[2].ShouldBe((byte)56);
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
        buffer[3].ShouldBe((byte)24);
        LittleEndian.ReadUInt16(buffer, 4).ShouldBe(3900);
    }

    private int Write(HolderModelId model, bool docked) =>
        BatteryRecord.Write(new HolderModel(model), docked, gauge, charger, buffer);
}
