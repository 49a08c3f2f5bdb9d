using IqosDevice.Emulator.Faults;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Tests.Faults;

/// <summary>The catalogue as a whole: it is complete, every fault can be injected, and clearing it leaves nothing behind.</summary>
public sealed class FaultCatalogueTests
{
    private static readonly string[] Channels =
    [
        "heater-temperature", "second-sensor", "heater-current", "heater-voltage", "cell-voltage", "cell-current", "cell-temperature",
        "gate", "clock", "storage", "radio",
    ];

    // What these do has happened and cannot be taken back: a restart, a duty, a latch of the board, a charge.
    private static readonly string[] Lasting = ["brown-out", "firmware-stall-full-power", "heater-short", "second-sensor.off", "second-sensor.intermittent", "cell-charge"];

    public static IEnumerable<TheoryDataRow<string>> Names => FaultCatalogue.All.Select(fault => new TheoryDataRow<string>(fault.Name));

    public static IEnumerable<TheoryDataRow<string>> PassingNames =>
        Names.Where(row => !Lasting.Contains(row.Data, StringComparer.Ordinal));

    [Fact]
    public void Every_channel_of_the_checklist_has_all_eight_kinds()
    {
        FaultKind[] kinds = [.. Enum.GetValues<FaultKind>().Where(kind => kind != FaultKind.Damage)];

        foreach (string channel in Channels)
        {
            FaultCatalogue.All.Where(fault => fault.Channel == channel && fault.Kind != FaultKind.Damage).Select(fault => fault.Kind).Order().ToArray()
                .ShouldBe(kinds, channel);
        }
    }

    [Fact]
    public void No_two_faults_share_a_name()
    {
        FaultCatalogue.All.Select(fault => fault.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fault_can_befall_a_session_and_be_cleared(string name)
    {
        using VirtualHolder holder = StartSession();

        holder.Inject(name);
        holder.Faults.ShouldHaveSingleItem().Name.ShouldBe(name);
        holder.Advance(TimeSpan.FromSeconds(3));
        holder.ClearFaults();
        holder.Advance(TimeSpan.FromSeconds(1));

        holder.Faults.ShouldBeEmpty();
        holder.Firmware.IsHung.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(PassingNames))]
    public void A_fault_that_is_cleared_at_once_changes_nothing(string name)
    {
        using VirtualHolder sound = StartSession();
        using VirtualHolder disturbed = StartSession();

        disturbed.Inject(name);
        disturbed.ClearFaults();
        sound.Advance(TimeSpan.FromSeconds(5));
        disturbed.Advance(TimeSpan.FromSeconds(5));

        // Damage of the plant cuts a step of its integrator, which moves the heater by some 1e-8 degrees.
        disturbed.Plant.HeaterCelsius.ShouldBe(sound.Plant.HeaterCelsius, 1e-6);
        disturbed.Plant.CellStateOfCharge.ShouldBe(sound.Plant.CellStateOfCharge, 1e-9);
        disturbed.Firmware.State.ShouldBe(sound.Firmware.State);
        disturbed.Firmware.FaultRow.ShouldBe(0);
        disturbed.Peripheral.IsAdvertising.ShouldBeTrue();
    }

    [Theory]
    [InlineData("second-sensor.garbage")]
    [InlineData("heater-temperature.intermittent")]
    [InlineData("storage.wrong")]
    [InlineData("radio-flood")]
    public void Chance_in_a_fault_follows_the_seed(string name)
    {
        TraceOf(1).ShouldBe(TraceOf(1));
        TraceOf(1).ShouldNotBe(TraceOf(2));

        string TraceOf(ulong seed)
        {
            using VirtualHolder holder = StartSession(seed);
            holder.Inject(name);
            holder.Advance(TimeSpan.FromSeconds(5));
            return holder.TraceHash;
        }
    }

    [Fact]
    public void A_fault_takes_the_place_of_another_on_its_channel_and_joins_those_on_others()
    {
        using VirtualHolder holder = VirtualHolder.Start();

        holder.Inject("second-sensor.stuck");
        holder.Inject("gate.off");
        holder.Inject("second-sensor.off");

        holder.Faults.Select(fault => fault.Name).ShouldBe(["gate.off", "second-sensor.off"]);
    }

    [Fact]
    public void An_amount_outside_of_its_range_is_refused_with_the_range()
    {
        using VirtualHolder holder = VirtualHolder.Start();

        Should.Throw<ArgumentOutOfRangeException>(() => holder.Inject("clock-fast", 11)).Message.ShouldContain("1 to 10");
        Should.Throw<ArgumentOutOfRangeException>(() => holder.Inject("gate.off", 1)).Message.ShouldContain("no amount");
        Should.Throw<ArgumentOutOfRangeException>(() => holder.Inject("clock-fast", double.NaN));
        holder.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_there_are()
    {
        Should.Throw<KeyNotFoundException>(() => FaultCatalogue.Find("gate.broken")).Message.ShouldContain("gate.stuck");
        Should.Throw<KeyNotFoundException>(() => FaultCatalogue.Find("toaster.off")).Message.ShouldContain("second-sensor");
    }

    private static VirtualHolder StartSession(ulong seed = 1)
    {
        VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Seed = seed });
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(h => h.Plant.HeaterCelsius > 200, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        return holder;
    }
}
