using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Emulator.Tests.Holder;

public sealed class VirtualHolderTests
{
    [Fact]
    public void A_holder_that_has_booted_advertises_its_name_and_the_core_service()
    {
        foreach (string model in HolderModels.Names)
        {
            using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Model = model });

            holder.Peripheral.IsAdvertising.ShouldBeTrue();
            holder.Peripheral.LocalName.ShouldBe("IQOS " + model);
            holder.Peripheral.AdvertisedService.Value.ShouldBe(new Guid("daebb240-b041-11e4-9e45-0002a5d5c51b"));
        }
    }

    [Fact]
    public void A_client_finds_the_characteristics_that_the_firmware_registered()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var client = new HolderClient(holder);

        client.Characteristics.ShouldContain(HolderClient.ScpControlPoint);
        client.Characteristics.ShouldContain(HolderClient.BatteryInformation);
        client.Characteristics.ShouldContain(HolderClient.HolderStatus);
        client.Characteristics.Count.ShouldBe(holder.Board.Radio.Services.Sum(service => service.Characteristics.Count));
    }

    [Fact]
    public void The_firmware_measures_what_the_plant_is()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { AmbientCelsius = 31, Seed = 3 });
        holder.Advance(TimeSpan.FromSeconds(2));

        BoardInputs inputs = holder.Firmware.Inputs;
        ((double)inputs.CellMv).ShouldBe(holder.Plant.CellVolts * 1000, 5);
        (inputs.CellMilliCelsius * 0.001).ShouldBe(31, 1);
        (inputs.BoardMilliCelsius * 0.001).ShouldBe(31, 1);
        ((double)inputs.ThermocoupleCelsius).ShouldBe(31, 2);
    }

    [Fact]
    public void A_second_client_is_refused_while_one_is_connected_and_served_after_it_left()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var first = new HolderClient(holder);
        Should.Throw<InvalidOperationException>(() => new HolderClient(holder));

        first.Leave();

        new HolderClient(holder).Characteristics.ShouldNotBeEmpty();
    }

    [Fact]
    public void Dropping_the_link_closes_it_and_the_holder_advertises_again()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var client = new HolderClient(holder);

        holder.DropLink();

        client.ClosedBecause.ShouldNotBeNull();
        holder.Peripheral.IsAdvertising.ShouldBeTrue();
    }

    [Fact]
    public void A_power_cycle_drops_the_client_and_boots_the_firmware_again()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var client = new HolderClient(holder);
        holder.Advance(TimeSpan.FromSeconds(1));

        holder.PowerCycle();
        holder.Advance(TimeSpan.FromSeconds(1));

        client.ClosedBecause.ShouldNotBeNull();
        new HolderClient(holder).Characteristics.ShouldContain(HolderClient.ScpControlPoint);
    }

    [Fact]
    public void A_firmware_that_throws_counts_as_hung_and_the_board_goes_on()
    {
        var lines = new List<string>();
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Log = lines.Add });
        holder.Board.I2c.Attach(Wiring.HeaterMonitorAddress, new ThrowingChip());

        holder.Advance(TimeSpan.FromSeconds(1));

        holder.Firmware.IsHung.ShouldBeTrue();
        holder.Board.PowerStage.DeadManExpired.ShouldBeTrue();
        lines.ShouldContain(line => line.Contains("the loop ended by an exception", StringComparison.Ordinal));
        holder.Queue.NowUs.ShouldBe(1_000_000);
    }

    [Fact]
    public void A_stalled_firmware_lets_the_dead_man_expire_and_goes_on_where_it_stopped()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Board.PowerStage.DeadManExpired.ShouldBeFalse();

        holder.FirmwareStalled = true;
        holder.Advance(TimeSpan.FromMilliseconds(250));
        holder.Board.PowerStage.DeadManExpired.ShouldBeTrue();

        holder.FirmwareStalled = false;
        holder.Advance(TimeSpan.FromMilliseconds(100));
        holder.Board.PowerStage.DeadManExpired.ShouldBeFalse();
        holder.Firmware.IsHung.ShouldBeFalse();
    }

    [Fact]
    public void A_stalled_firmware_still_answers_reads_from_its_snapshot()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var client = new HolderClient(holder);
        holder.FirmwareStalled = true;

        byte[] response = client.Read(HolderClient.BatteryInformation);

        response[0].ShouldBe((byte)0x0B, "reads are answered by the radio's thread, not by the loop");
    }

    [Fact]
    public void The_button_is_released_after_the_time_it_was_held()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.HoldButton(TimeSpan.FromSeconds(1.2));

        holder.Advance(TimeSpan.FromSeconds(1.1));
        holder.Board.ButtonHeld.ShouldBeTrue();
        holder.Advance(TimeSpan.FromSeconds(0.2));
        holder.Board.ButtonHeld.ShouldBeFalse();
    }

    [Fact]
    public void A_new_press_is_not_cut_short_by_the_end_of_an_older_hold()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.HoldButton(TimeSpan.FromSeconds(1));
        holder.ReleaseButton();
        holder.PressButton();

        holder.Advance(TimeSpan.FromSeconds(2));

        holder.Board.ButtonHeld.ShouldBeTrue();
    }

    [Fact]
    public void One_piece_models_have_a_socket_and_no_dock()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Model = "ILUMA ONE" });
        Should.Throw<InvalidOperationException>(holder.Dock).Message.ShouldContain("no dock");

        holder.SetUsbPower(true);

        holder.Snapshot().Docked.ShouldBeTrue();
    }

    [Fact]
    public void Virtual_time_advances_by_what_was_asked_however_it_is_cut()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Advance(TimeSpan.FromMilliseconds(7));
        holder.Advance(TimeSpan.FromMilliseconds(50));

        holder.Queue.NowUs.ShouldBe(57_000);
        holder.RunUntil(_ => false, TimeSpan.FromMilliseconds(33)).ShouldBeFalse();
        holder.Queue.NowUs.ShouldBe(90_000);
    }

    private sealed class ThrowingChip : II2cChip
    {
        public void Transfer(long nowUs, ReadOnlySpan<byte> write, Span<byte> read) =>
            throw new InvalidOperationException("broken");
    }
}
