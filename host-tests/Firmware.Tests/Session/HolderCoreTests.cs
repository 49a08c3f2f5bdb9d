using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Session;

public class HolderCoreTests
{
    [Theory]
    [InlineData("hci", 12, SessionEndReason.Time)]
    [InlineData("worst", 14, SessionEndReason.Puffs)]
    [InlineData("none", 0, SessionEndReason.Time)]
    public void A_whole_session_on_the_plant(string profile, int puffs, SessionEndReason reason)
    {
        var bench = Fresh();
        double peakCelsius = 0;
        bench.Watch = () => peakCelsius = Math.Max(peakCelsius, bench.Plant.HeaterCelsius);
        bench.InsertStick();
        bench.Run(2);
        int writesBefore = bench.Slots.Writes;
        bench.Hold(1.1);
        long startMs = bench.Core.Session.Demand.SessionStartMs;
        bench.RunUntil(HolderState.Session, 30).ShouldBeTrue();
        ((bench.NowMs - startMs) / 1000.0).ShouldBeInRange(18, 25);
        bench.Play(PuffProfile.ByName(profile, 1));
        bench.Slots.Writes.ShouldBe(writesBefore, "nothing is written while the heater is on");
        bench.RunUntil(HolderState.Cooling, 400).ShouldBeTrue();
        bench.Slots.Writes.ShouldBe(writesBefore, "nor in the tick in which it goes off");

        bench.Core.Session.LastEndReason.ShouldBe(reason);
        bench.Core.Session.PuffsTaken.ShouldBe(puffs);
        bench.Core.Status.FaultRow.ShouldBe(0);
        peakCelsius.ShouldBeLessThanOrEqualTo(350);
        bench.Core.Gauge.RemainingMah.ShouldBeInRange(90, 160);
        bench.Core.Gauge.UsesLeft.ShouldBe(1);
        bench.Run(2);
        bench.Slots.Writes.ShouldBeGreaterThan(writesBefore);
        Kinds(bench).ShouldBe([EventKind.Boot, EventKind.SessionStarted, EventKind.SessionEnded]);
    }

    [Fact]
    public void Two_sessions_fit_a_charge_of_eighty_percent_and_a_third_is_refused()
    {
        var bench = Fresh();
        for (int use = 2; use > 0; use--)
        {
            bench.Core.Gauge.UsesLeft.ShouldBe(use);
            bench.InsertStick();
            bench.Hold(1.1);
            bench.RunUntil(HolderState.Session, 30).ShouldBeTrue();
            bench.Play(PuffProfile.ByName("hci", 1));
            bench.RunUntil(HolderState.Cooling, 400).ShouldBeTrue();
            bench.Core.Session.LastEndReason.ShouldBe(SessionEndReason.Time);
            bench.Plant.StickInserted = false;
            bench.Core.Inputs.StickPresent = false;
            bench.Run(130);
        }

        bench.State.ShouldBe(HolderState.LowBattery);
        double trueMah = bench.Plant.CellStateOfCharge * 250;
        ((double)bench.Core.Gauge.RemainingMah).ShouldBe(trueMah, 3);
    }

    [Fact]
    public void A_client_is_answered_in_order_and_settings_survive_the_power()
    {
        var bench = Fresh();
        bench.Radio.Subscribed.Add(RadioValue.ScpControlPoint);
        Write(bench, "00C9440402FF00005A").ShouldBeTrue();
        Write(bench, "00C900041C").ShouldBeTrue();
        Write(bench, "00C0010015").ShouldBeTrue();
        bench.Run(0.1);
        var replies = bench.Radio.Take(RadioValue.ScpControlPoint);
        replies.Count.ShouldBe(3);
        replies[1].ShouldStartWith("0008840402FF0000");
        replies[2].ShouldBe("00C0890033006A000200CA55060005000000D2");
        bench.State.ShouldBe(HolderState.Locked);
        bench.Run(1);
        var again = new CoreBench(bench.Slots);
        again.Run(0.1);
        again.State.ShouldBe(HolderState.Locked);
    }

    [Fact]
    public void At_an_MTU_of_23_replies_come_in_fragments()
    {
        var bench = Fresh();
        bench.Radio.AttMtu = 23;
        bench.Radio.Subscribed.Add(RadioValue.ScpControlPoint);
        Write(bench, "00C91002010175D6");
        bench.Run(0.1);
        var fragments = bench.Radio.Take(RadioValue.ScpControlPoint);
        fragments.Count.ShouldBe(3);
        fragments.Select(hex => hex[..2]).ShouldBe(["02", "01", "00"]);
        fragments.ShouldAllBe(hex => hex.Length <= 40);
    }

    [Fact]
    public void A_flood_is_cut_off_with_a_line_in_the_log_and_harms_nothing()
    {
        var bench = Fresh();
        bench.Radio.Subscribed.Add(RadioValue.ScpControlPoint);
        int accepted = Enumerable.Range(0, 100).Count(_ => Write(bench, "00C900041C"));
        accepted.ShouldBe(8);
        bench.Core.PostScpWrite(new byte[400], 400).ShouldBeFalse();
        bench.Run(0.2);
        bench.Radio.Take(RadioValue.ScpControlPoint).Count.ShouldBe(8);
        bench.Lines.All.ShouldContain(line => line.Contains("93 messages dropped"));
    }

    [Fact]
    public void Status_is_notified_on_change_and_once_a_second_in_a_session()
    {
        var bench = Fresh();
        bench.Radio.Subscribed.Add(RadioValue.HolderStatus);
        bench.Run(5);
        bench.Radio.Take(RadioValue.HolderStatus).Count.ShouldBeLessThanOrEqualTo(1);
        bench.InsertStick();
        bench.Radio.Take(RadioValue.HolderStatus).ShouldHaveSingleItem().ShouldStartWith("01040002");
        bench.Hold(1.1);
        bench.RunUntil(HolderState.Session, 30).ShouldBeTrue();
        bench.Radio.Take(RadioValue.HolderStatus);
        bench.Run(10);
        bench.Radio.Take(RadioValue.HolderStatus).Count.ShouldBe(10);
        bench.Radio.Published[RadioValue.HolderStatus].ShouldStartWith("010600");
    }

    [Fact]
    public void Everything_that_clients_read_is_published_before_the_first_step()
    {
        var bench = Fresh();
        bench.Radio.Published[RadioValue.DeviceStatus].ShouldBe("5B0000000300004500");
        bench.Radio.Published[RadioValue.BatteryInformation].ShouldStartWith("070064");
        bench.Radio.Published[RadioValue.BatteryLevel].ShouldBe("50");
        bench.Radio.Published[RadioValue.BatteryLevelStatus].Length.ShouldBe(10);
        bench.Radio.Published[RadioValue.HolderStatus].Length.ShouldBe(26);
    }

    [Fact]
    public void Docking_is_notified_and_charges()
    {
        var bench = Fresh();
        bench.Run(1);
        bench.Radio.Subscribed.UnionWith([RadioValue.BatteryInformation, RadioValue.BatteryLevelStatus]);
        bench.Core.Inputs.Docked = true;
        bench.Core.Inputs.ChargerActive = true;
        bench.Plant.ChargeAmps = 0.25;
        bench.Run(1);
        bench.Core.Outputs.ChargeEnabled.ShouldBeTrue();
        bench.Radio.Take(RadioValue.BatteryInformation).ShouldHaveSingleItem().ShouldStartWith("0F0064");
        bench.Radio.Take(RadioValue.BatteryLevelStatus).Count.ShouldBe(1);
        bench.Run(1800);
        bench.Core.Gauge.ShownSocPercent.ShouldBeInRange(98, 100);
        bench.Core.Charger.SocPercent.ShouldBe(95);
    }

    [Fact]
    public void A_lock_out_survives_reset_and_power()
    {
        var bench = Fresh();
        bench.InsertStick();
        bench.Hold(1.1);
        bench.Run(5);
        bench.Plant.HeaterDuty.ShouldBeGreaterThan(0);
        bench.Fault = inputs => inputs.ThermocoupleCelsius = 395;
        bench.Run(0.2);
        bench.Fault = null;
        bench.State.ShouldBe(HolderState.Error);
        bench.Core.Status.FaultLatched.ShouldBeTrue();
        bench.Plant.HeaterDuty.ShouldBe(0);
        bench.Run(2);
        bench.Hold(10.5);
        bench.Run(4);
        bench.State.ShouldBe(HolderState.Error);

        var again = new CoreBench(bench.Slots);
        again.Run(1);
        again.State.ShouldBe(HolderState.Error);
        again.Core.Status.FaultRow.ShouldBe(bench.Core.Status.FaultRow);
        Kinds(again).Count(kind => kind == EventKind.Fault).ShouldBe(1);
    }

    [Fact]
    public void A_trip_is_released_by_a_reset()
    {
        var bench = Fresh();
        bench.InsertStick();
        bench.Hold(1.1);
        bench.Run(5);
        bench.Fault = inputs => inputs.HeaterSampleMs = 0;
        bench.Run(1);
        bench.Fault = null;
        bench.State.ShouldBe(HolderState.Error);
        bench.Core.Session.LastEndReason.ShouldBe(SessionEndReason.Fault);
        bench.Core.Status.FaultLatched.ShouldBeFalse();
        bench.Hold(10.1);
        bench.Run(4);
        bench.Core.Status.FaultRow.ShouldBe(0);
        bench.State.ShouldNotBe(HolderState.Error);
    }

    [Fact]
    public void A_trip_is_released_by_a_deliberate_start_which_then_heats()
    {
        var bench = Fresh();
        bench.InsertStick();
        bench.Hold(1.1);
        bench.Run(5);
        bench.Fault = inputs => inputs.HeaterSampleMs = 0;
        bench.Run(1);
        bench.Fault = null;
        bench.State.ShouldBe(HolderState.Error);
        bench.Hold(1.1);
        bench.RunUntil(HolderState.Session, 30).ShouldBeTrue();
    }

    [Fact]
    public void The_gauge_goes_on_after_a_restart_where_it_was()
    {
        var bench = Fresh();
        bench.InsertStick();
        bench.Hold(1.1);
        bench.Run(60);
        bench.Core.Stop();
        bench.Core.Outputs.HeaterDutyPermille.ShouldBe(0);
        bench.Core.Outputs.LoadSwitchOn.ShouldBeFalse();
        int remainingMah = bench.Core.Gauge.RemainingMah;
        int dutyAfterStop = 0;
        bench.Watch = () => dutyAfterStop += bench.Core.Outputs.HeaterDutyPermille;
        bench.Run(1);
        dutyAfterStop.ShouldBe(0);

        var again = new CoreBench(bench.Slots, plant: bench.Plant);
        again.Core.Gauge.RemainingMah.ShouldBeInRange(remainingMah - 2, remainingMah + 2);
    }

    [Fact]
    public void A_tick_of_a_session_allocates_nothing()
    {
        var bench = Fresh();
        bench.InsertStick();
        bench.Hold(1.1);
        bench.RunUntil(HolderState.Session, 30).ShouldBeTrue();
        bench.Run(2);
        bench.Radio.Mute = true;
        long allocatedBytes = 0;
        bench.Fault = _ => allocatedBytes -= GC.GetAllocatedBytesForCurrentThread();
        bench.Watch = () => allocatedBytes += GC.GetAllocatedBytesForCurrentThread();
        bench.Run(10);
        allocatedBytes.ShouldBe(0);
    }

    private static CoreBench Fresh() => new();

    private static bool Write(CoreBench bench, string hex)
    {
        byte[] value = Convert.FromHexString(hex);
        return bench.Core.PostScpWrite(value, value.Length);
    }

    private static List<EventKind> Kinds(CoreBench bench)
    {
        var kinds = new List<EventKind>();
        var entry = new byte[EventLogEntryRecord.Bytes];
        for (int sequence = 0; sequence < bench.Core.Events.NextSequence; sequence++)
        {
            EventLogEntryRecord.Write(bench.Core.Events, sequence, entry);
            kinds.Add((EventKind)entry[6]);
        }

        return kinds;
    }
}
