using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Session;

public class SessionEventTests
{
    private readonly SessionRig rig = new();

    [Fact]
    public void A_session_is_logged_with_its_preheat_seconds_its_reason_and_its_puffs()
    {
        rig.StartAndGetReady();
        rig.Puff();
        rig.Puff();
        rig.Hold(1.1);
        Entries().ShouldBe([(EventKind.SessionStarted, 0, 18), (EventKind.SessionEnded, (int)SessionEndReason.User, 2)]);
    }

    [Fact]
    public void Refusals_carry_their_reason_and_what_was_measured()
    {
        rig.InsertStick();
        rig.Inputs.BoardMilliCelsius = 43500;
        rig.Step();
        rig.Hold(1.1);
        rig.Inputs.BoardMilliCelsius = 25000;
        rig.Step();
        rig.Heater.FaultRow = 11;
        rig.Heater.FaultLatched = true;
        rig.Usage.LatchedFaultRow = 11;
        rig.Step();
        rig.Hold(1.1);
        Entries().ShouldBe(
        [
            (EventKind.StartRefused, (int)StartRefusal.AmbientHot, 43),
            (EventKind.StartRefused, (int)StartRefusal.Fault, 11),
        ]);
    }

    [Theory]
    [InlineData(361.9f, 361)]
    [InlineData(float.NaN, 0)]
    [InlineData(1e30f, 600)]
    public void A_trip_is_logged_once_with_the_heater_s_temperature(float celsius, int logged)
    {
        rig.Script(celsius);
        rig.Heater.FaultRow = 5;
        rig.Run(1);
        rig.Heater.FaultRow = 0;
        rig.Run(1);
        Entries().ShouldBe([(EventKind.Fault, 5, logged)]);
    }

    [Fact]
    public void A_restored_lock_out_is_not_logged_again()
    {
        rig.Usage.LatchedFaultRow = 11;
        rig.Heater.FaultRow = 11;
        rig.Heater.FaultLatched = true;
        rig.Run(1);
        Entries().ShouldBeEmpty();
        rig.Usage.Dirty.ShouldBeFalse();
    }

    [Fact]
    public void Charging_and_reset_are_logged()
    {
        rig.Inputs.Docked = rig.Inputs.ChargerActive = true;
        rig.Run(1);
        rig.Inputs.ChargerActive = false;
        rig.Run(1);
        rig.Inputs.Docked = false;
        rig.Hold(10.1);
        int percent = rig.Gauge.ShownSocPercent;
        Entries().ShouldBe(
        [
            (EventKind.ChargeStarted, 0, percent),
            (EventKind.ChargeEnded, 0, percent),
            (EventKind.StartRefused, (int)StartRefusal.NoStick, 0),
            (EventKind.Reset, 0, 0),
        ]);
    }

    private List<(EventKind Kind, int Code, int Value)> Entries()
    {
        var entries = new List<(EventKind, int, int)>();
        var bytes = new byte[EventLogEntryRecord.Bytes];
        for (int sequence = 0; sequence < rig.Log.NextSequence; sequence++)
        {
            EventLogEntryRecord.Write(rig.Log, sequence, bytes);
            entries.Add(((EventKind)bytes[6], bytes[7], LittleEndian.ReadInt16(bytes, 8)));
        }

        return entries;
    }
}
