using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>Each command on a model that has them all: what is answered, and what it changes.</summary>
public sealed class ScpServerCommandTests
{
    private readonly ScpBench bench = new();

    [Theory]
    [InlineData("00C0000000", "00C08800100087050021A0C00114010106063F")]
    [InlineData("00C00000000000", "00C08800100087050021A0C00114010106063F")]
    [InlineData("00C0010015", "00C0890033006A000200CA55060005000000D2")]
    [InlineData("00C91002000438EF", "0008900A0004DA0701015733841C21CE")]
    [InlineData("00C94724010100003F", "0008872401010000A5")]
    [InlineData("00C944246400000034", "0008842464000000AE")]
    [InlineData("00C907040400000008", "00088B04040000000000000000000000000056")]
    public void A_captured_request_brings_the_captured_reply(string request, string reply) =>
        bench.Ask(request).ShouldBe(reply);

    [Fact]
    public void The_charger_tells_the_clock_under_its_own_address() =>
        bench.Ask("00C01002000438EF").ShouldBe("00C0900A0004DA0701015733841C21CE");

    [Theory]
    [InlineData("00C9000000")]
    [InlineData("00C90000000000")]
    public void The_holder_has_a_version_of_its_own(string request) =>
        bench.Ask(request).ShouldStartWith("000888000E007C060072");

    [Fact]
    public void Product_numbers_are_14_characters_of_ASCII()
    {
        bench.Ask("00C0000309").ShouldBe(ScpBench.Sealed("00C08803" + "434841524745522D434F44452D32"));
        bench.Ask("00C9000309").ShouldBe(ScpBench.Sealed("00088803" + "484F4C4445522D434F44452D3031"));
    }

    [Fact]
    public void The_gauge_of_the_holder_is_laid_out_as_documented()
    {
        bench.Gauge.Step(0, 3900, -50, 24300);
        bench.Gauge.CellMv.ShouldBe(3900);
        byte[] payload = new byte[14];
        payload[0] = (byte)bench.Gauge.ShownSocPercent;
        LittleEndian.WriteUInt16(payload, 1, bench.Gauge.CellMv);
        LittleEndian.WriteInt16(payload, 3, bench.Gauge.CellMa);
        LittleEndian.WriteInt16(payload, 5, bench.Gauge.CellDeciCelsius);
        LittleEndian.WriteUInt16(payload, 7, bench.Gauge.RemainingMah);
        LittleEndian.WriteUInt16(payload, 9, bench.Gauge.FullChargeMah);
        payload[11] = (byte)bench.Gauge.StateOfHealthPercent;
        LittleEndian.WriteUInt16(payload, 12, bench.Gauge.FullCycles);

        bench.Ask("00C90021E7").ShouldBe(ScpBench.Sealed("00088821" + Hex.Text(payload)));
    }

    [Fact]
    public void The_gauge_of_the_charger_tells_its_voltage_where_clients_look()
    {
        bench.Charger.Restore(500);
        bench.Charger.Step(0, 200, 21000);
        byte[] reply = Hex.Bytes(bench.Ask("00C00021E7"));

        Hex.Text(reply, 4).ShouldBe("00C08821");
        reply[4].ShouldBe((byte)50);
        LittleEndian.ReadUInt16(reply, 5).ShouldBe(bench.Charger.CellMv);
        LittleEndian.ReadInt16(reply, 7).ShouldBe(bench.Charger.CellMa);
        bench.Charger.CellMa.ShouldBeLessThan(0);
        LittleEndian.ReadInt16(reply, 9).ShouldBe(bench.Charger.Celsius * 10);
        LittleEndian.ReadUInt16(reply, 11).ShouldBe(1450);
        LittleEndian.ReadUInt16(reply, 13).ShouldBe(2900);
    }

    [Fact]
    public void Telemetry_counts_uses_and_days_in_four_blocks()
    {
        bench.Usage.TotalUses = 0x123456;
        bench.Usage.DaysUsed = 0x1000000;

        bench.Ask("00C91002010175D6").ShouldBe(ScpBench.Sealed(
            "000890220101" + "000000005634128E" + "01000000FFFFFF17" + "0200000000000020" + "0300000000000018"));
    }

    [Fact]
    public void The_other_long_read_answers_zeros() =>
        bench.Ask("00C910020002B9A5").ShouldBe(ScpBench.Sealed("00089006000200000000"));

    [Fact]
    public void Brightness_of_charger_and_holder_are_two_settings()
    {
        bench.Ask("00C046231E000000E1").ShouldBe(ScpBench.Sealed("00C086231E000000"));
        bench.Ask("00C00223C3").ShouldBe(ScpBench.Sealed("00C086231E000000"));
        bench.Settings.ChargerBrightnessPercent.ShouldBe(30);
        bench.Settings.BrightnessPercent.ShouldBe(100);

        bench.Ask("00C944241E0000009A").ShouldBe(ScpBench.Sealed("000884241E000000"));
        bench.Settings.BrightnessPercent.ShouldBe(30);
        ShouldHaveLoggedSettings((0x23, 30), (0x24, 30));
    }

    [Theory]
    [InlineData("00", "01")]
    [InlineData("01", "01")]
    [InlineData("64", "64")]
    [InlineData("65", "64")]
    [InlineData("FF", "64")]
    public void Brightness_is_applied_within_its_range_and_echoed_as_applied(string asked, string applied)
    {
        bench.AskSealed("00C94424" + asked + "000000").ShouldBe(ScpBench.Sealed("00088424" + applied + "000000"));
        bench.Settings.BrightnessPercent.ShouldBe(Convert.ToInt32(applied, 16));
    }

    [Theory]
    [InlineData("0000", false, false, false, false)]
    [InlineData("0100", true, false, false, false)]
    [InlineData("1000", false, true, false, false)]
    [InlineData("0001", false, false, true, false)]
    [InlineData("0010", false, false, false, true)]
    [InlineData("1111", true, true, true, true)]
    public void Each_vibration_bit_has_its_occasion(string bits, bool start, bool ready, bool puffEnd, bool stop)
    {
        bench.AskSealed("00C944231000" + bits).ShouldBe(ScpBench.Sealed("000884231000" + bits));

        bench.Settings.VibrateOnHeatingStart.ShouldBe(start);
        bench.Settings.VibrateOnReady.ShouldBe(ready);
        bench.Settings.VibrateOnPuffEnd.ShouldBe(puffEnd);
        bench.Settings.VibrateOnManualStop.ShouldBe(stop);
        bench.Ask("00C90023E9").ShouldBe(ScpBench.Sealed("000884231000" + bits));
    }

    [Fact]
    public void Unknown_vibration_bits_are_not_applied() =>
        bench.AskSealed("00C944230300FFEE").ShouldBe(ScpBench.Sealed("0008842310001100"));

    [Fact]
    public void Charge_start_vibration_is_set_by_two_split_writes_and_a_commit()
    {
        bench.Ask("01C94F04640400FFFFFF09000000000000000000").ShouldBe("");
        bench.Ask("0000000000000000000C").ShouldBe(ScpBench.Sealed("00088F04640400FFFFFF09" + new string('0', 34)));
        bench.Ask("01C94F044D0500FFFFFF09000000000000000000").ShouldBe("");
        bench.Ask("00000000000000000078").Length.ShouldBe(58);
        bench.Ask("00C9470400FFFF00DA").ShouldBe(ScpBench.Sealed("0008870400FFFF00"));

        bench.Settings.VibrateOnChargeStart.ShouldBeFalse();
        bench.Ask("00C907040400000008").ShouldBe("00088B040400000000090000000000000000EE");
        bench.Ask("00C90704050000001E").ShouldBe(ScpBench.Sealed("00088B040500000000090000000000000000"));
        ShouldHaveLoggedSettings((0x04, 0x0400));

        bench.Ask("01C94F045B0400FFFFFF00000000000000000000").ShouldBe("");
        bench.Ask("00000000000000000006").Length.ShouldBe(58);
        bench.Settings.VibrateOnChargeStart.ShouldBeTrue();
    }

    [Fact]
    public void Find_my_device_vibrates_until_it_is_stopped()
    {
        bench.Ask("00C04522011E0000C3").ShouldBe(ScpBench.Sealed("00C08522011E0000"));
        bench.Requests.FindMyDevice.ShouldBeTrue();
        bench.Ask("00C04522001E0000D5").ShouldBe(ScpBench.Sealed("00C08522001E0000"));
        bench.Requests.FindMyDevice.ShouldBeFalse();
        bench.Settings.Dirty.ShouldBeFalse();
    }

    [Fact]
    public void Locking_and_unlocking_are_answered_read_back_and_logged()
    {
        bench.Ask("00C900041C").ShouldBe(ScpBench.Sealed("0008840400000000"));
        bench.Ask("00C9440402FF00005A").ShouldBe(ScpBench.Sealed("0008840402FF0000"));
        bench.Settings.Locked.ShouldBeTrue();
        bench.Settings.Dirty.ShouldBeTrue();
        bench.Ask("00C900041C").ShouldBe(ScpBench.Sealed("0008840402FF0000"));
        bench.Ask("00C94404000000005D").ShouldBe(ScpBench.Sealed("0008840400000000"));
        bench.Settings.Locked.ShouldBeFalse();

        Events().ShouldBe([(EventKind.Lock, 0, 1), (EventKind.Lock, 0, 0)]);
    }

    [Theory]
    [InlineData("C9", "24", "01", "08", "87")]
    [InlineData("C9", "24", "02", "08", "87")]
    [InlineData("C9", "24", "04", "08", "87")]
    [InlineData("D2", "22", "03", "90", "85")]
    public void A_switch_is_set_answered_and_read_back(string address, string register, string selector, string from, string control)
    {
        string write = control == "87" ? "47" : "45";
        string read = control == "87" ? "07" : "05";
        string on = ScpBench.Sealed("00" + from + control + register + selector + "010000");
        string off = ScpBench.Sealed("00" + from + control + register + selector + "000000");
        string readRequest = "00" + address + read + register + selector + "000000";

        bench.AskSealed(readRequest).ShouldBe(off);
        bench.AskSealed("00" + address + write + register + selector + "010000").ShouldBe(on);
        bench.AskSealed(readRequest).ShouldBe(on);
        bench.AskSealed("00" + address + write + register + selector + "000000").ShouldBe(off);
        bench.AskSealed(readRequest).ShouldBe(off);
        int shared = Convert.ToInt32(selector, 16) << 8;
        ShouldHaveLoggedSettings((Convert.ToInt32(register, 16), shared + 1), (Convert.ToInt32(register, 16), shared));
    }

    [Fact]
    public void Each_switch_changes_its_own_setting()
    {
        bench.Ask("00C94724010100003F");
        Switches().ShouldBe((true, false, false, false));
        bench.Ask("00C947240201000005");
        Switches().ShouldBe((true, true, false, false));
        bench.Ask("00C947240401000071");
        Switches().ShouldBe((true, true, true, false));
        bench.Ask("00D24522030100000A");
        Switches().ShouldBe((true, true, true, true));
    }

    [Fact]
    public void Older_clients_set_the_same_smart_gesture()
    {
        bench.Ask("00C948053C050100000100FFFFFFFFFFFF00C0")
            .ShouldBe(ScpBench.Sealed("000888053C050100000100FFFFFFFFFFFF00"));
        bench.Ask("00C9440500FFFF00C3").ShouldBe(ScpBench.Sealed("0008840500FFFF00"));
        bench.Settings.SmartGesture.ShouldBeTrue();
        bench.Ask("00C90405050100006C").ShouldBe(ScpBench.Sealed("0008840505010000"));
        bench.Ask("00C90724040000006C").ShouldBe(ScpBench.Sealed("0008872404010000"));

        bench.Ask("00C948052F050100000000FFFFFFFFFFFF00EB").ShouldNotBeEmpty();
        bench.Ask("00C90405050100006C").ShouldBe(ScpBench.Sealed("0008840505000000"));
        bench.Settings.SmartGesture.ShouldBeFalse();
    }

    [Fact]
    public void Flex_battery_is_performance_or_eco()
    {
        bench.Ask("00C90025FB").ShouldBe(ScpBench.Sealed("0008842500000000"));
        bench.Ask("00C94425010000004D").ShouldBe(ScpBench.Sealed("0008842501000000"));
        bench.Settings.FlexBatteryEco.ShouldBeTrue();
        bench.Ask("00C90025FB").ShouldBe(ScpBench.Sealed("0008842501000000"));
        bench.Ask("00C94425000000005B").ShouldBe(ScpBench.Sealed("0008842500000000"));
        bench.Settings.FlexBatteryEco.ShouldBeFalse();
    }

    [Fact]
    public void Setting_what_is_set_already_is_answered_and_changes_nothing()
    {
        bench.Ask("00C94724010100003F");
        bench.Settings.Dirty = false;

        bench.Ask("00C94724010100003F").ShouldBe("0008872401010000A5");

        bench.Settings.Dirty.ShouldBeFalse();
        ShouldHaveLoggedSettings((0x24, 0x0101));
    }

    private void ShouldHaveLoggedSettings(params (int Register, int Value)[] changes)
    {
        Events().ShouldBe(changes.Select(change => (EventKind.SettingChanged, change.Register, change.Value)));
        bench.Diagnostics.Lines.ShouldBeEmpty();
    }

    private (bool AutoStart, bool Pause, bool Gesture, bool FlexPuff) Switches() =>
        (bench.Settings.AutoStart, bench.Settings.PauseMode, bench.Settings.SmartGesture, bench.Settings.FlexPuff);

    private List<(EventKind Kind, int Code, int Value)> Events()
    {
        var events = new List<(EventKind, int, int)>();
        byte[] entry = new byte[EventLogEntryRecord.Bytes];
        for (int sequence = 0; EventLogEntryRecord.Write(bench.Log, sequence, entry) > 0; sequence++)
        {
            LittleEndian.ReadUInt32(entry, 2).ShouldBe(ScpBench.RtcSeconds);
            events.Add(((EventKind)entry[6], entry[7], LittleEndian.ReadInt16(entry, 8)));
        }

        return events;
    }
}
