using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>Row 33 on the whole emulated holder, and the one way out of a lock-out.</summary>
public sealed class TripJournalTests
{
    [Fact]
    public void Row_33_the_third_trip_of_a_day_locks_out_until_service()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions());
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        Trip(holder);
        holder.PowerCycle();
        Trip(holder);
        holder.Firmware.FaultLatched.ShouldBeFalse();
        Trip(holder);
        holder.Firmware.FaultRow.ShouldBe(33);
        holder.Firmware.FaultLatched.ShouldBeTrue();

        // No reset and no restart releases it.
        holder.HoldButton(TimeSpan.FromSeconds(10.5));
        holder.Advance(TimeSpan.FromSeconds(15));
        holder.PowerCycle();
        holder.Advance(TimeSpan.FromSeconds(2));
        holder.Firmware.FaultRow.ShouldBe(33);

        holder.Service();
        holder.Advance(TimeSpan.FromSeconds(5));
        holder.Firmware.FaultRow.ShouldBe(0);
        holder.PowerCycle();
        holder.Advance(TimeSpan.FromSeconds(2));
        holder.Firmware.FaultRow.ShouldBe(0);
        Trip(holder);
        holder.Firmware.FaultLatched.ShouldBeFalse();
    }

    [Theory]
    [InlineData(86_400u, true)]
    [InlineData(86_402u, false)]
    public void Trips_count_for_24_hours(uint secondsAfterTheFirst, bool tooMany)
    {
        EventLog log = new();
        log.Add(EventKind.Fault, 1, 0, 1_000_000);
        log.Add(EventKind.SessionEnded, 4, 0, 1_000_010);
        log.Add(EventKind.Fault, 6, 0, 1_000_100);
        TripCounter.IsOneTooMany(log, 1_000_100).ShouldBeFalse();
        log.Add(EventKind.Fault, 1, 0, 1_000_000 + secondsAfterTheFirst);
        TripCounter.IsOneTooMany(log, 1_000_000 + secondsAfterTheFirst).ShouldBe(tooMany);
        log.Add(EventKind.Serviced, 33, 0, 1_000_000 + secondsAfterTheFirst);
        TripCounter.IsOneTooMany(log, 1_000_000 + secondsAfterTheFirst).ShouldBeFalse();
    }

    /// <summary>A session whose thermocouple breaks, and is whole again afterwards.</summary>
    private static void Trip(VirtualHolder holder)
    {
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.Advance(TimeSpan.FromSeconds(5));
        holder.Firmware.IsHeatingState.ShouldBeTrue($"{holder.Firmware.State}, row {holder.Firmware.FaultRow}, {holder.Firmware.LastEndReason}, {holder.Firmware.LastRefusal}");
        holder.Board.Adc.Force(Wiring.ThermocoupleChannel, 0);
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Board.Adc.Force(Wiring.ThermocoupleChannel, null);
        holder.Firmware.State.ShouldBe(HolderState.Error);
        holder.Advance(TimeSpan.FromSeconds(3));
    }
}
