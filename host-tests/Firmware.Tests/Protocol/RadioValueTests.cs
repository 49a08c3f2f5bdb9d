using System.Text;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>The small values that the radio serves.</summary>
public sealed class RadioValueTests
{
    private readonly byte[] buffer = new byte[EventLogEntryRecord.Bytes];

    [Fact]
    public void Device_status_is_the_captured_one()
    {
        DeviceStatusRecord.Write(buffer).ShouldBe(9);
        Hex.Text(buffer, 9).ShouldBe("5B0000000300004500");
    }

    [Theory]
    [InlineData(true, true, false, 90, 4000, false, "06A3025A00")]
    [InlineData(true, true, false, 98, 4200, false, "06A3046200")]
    [InlineData(true, false, false, 60, 4000, true, "06E3103C01")]
    [InlineData(true, false, false, 100, 4200, false, "06E3006400")]
    [InlineData(false, false, true, 50, 3700, false, "06C1003200")]
    [InlineData(false, false, false, 29, 3600, false, "0661011D00")]
    [InlineData(false, false, false, 30, 3600, false, "06E1001E00")]
    [InlineData(false, false, false, 9, 3400, false, "06E1010900")]
    public void Battery_level_status_tells_power_charging_and_level(
        bool powered, bool charging, bool active, int soc, int cellMv, bool fault, string hex)
    {
        BatteryLevelStatusRecord.Write(powered, charging, active, soc, cellMv, fault, buffer).ShouldBe(5);
        Hex.Text(buffer, 5).ShouldBe(hex);
    }

    [Fact]
    public void An_event_log_entry_is_laid_out_as_documented()
    {
        var log = new EventLog();
        for (int entry = 0; entry < 5; entry++)
        {
            log.Add(EventKind.Boot, 0, 0, 0);
        }

        log.Add(EventKind.Lock, 0, 1, 0x1E187E00);

        EventLogEntryRecord.Write(log, 5, buffer).ShouldBe(10);
        Hex.Text(buffer).ShouldBe("0500007E181E07000100");
        EventLogEntryRecord.Write(log, 6, buffer).ShouldBe(0);
        EventLogEntryRecord.WriteEnd(buffer).ShouldBe(10);
        Hex.Text(buffer).ShouldBe("FFFF0000000000000000");
    }

    [Fact]
    public void Device_information_is_padded_with_NUL_to_20_bytes()
    {
        var identity = new DeviceIdentity(new HolderModel(HolderModelId.IlumaIPrime), "SN1", "A", "B");

        DeviceInformation.ModelNumber(identity).ShouldBe(Encoding.ASCII.GetBytes("ILUMA i PRIME".PadRight(20, '\0')));
        DeviceInformation.SerialNumber(identity).ShouldBe(Encoding.ASCII.GetBytes("SN1".PadRight(20, '\0')));
        DeviceInformation.ManufacturerName().Length.ShouldBe(20);
        DeviceInformation.SoftwareRevision().ShouldBe(Encoding.ASCII.GetBytes("IQOS 4.1 SW Charger v135.5.0\0"));
        DeviceInformation.Pad("é")[0].ShouldBe((byte)'?');
    }
}
