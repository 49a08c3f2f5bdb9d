using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>What hands do reaches the firmware through pins and chips.</summary>
public sealed class PhysicalActTests : IDisposable
{
    private readonly VirtualHolder holder = VirtualHolder.Start();

    public PhysicalActTests() => holder.Advance(TimeSpan.FromSeconds(0.5));

    public void Dispose() => holder.Dispose();

    [Fact]
    public void A_stick_is_seen_in_and_out()
    {
        holder.InsertStick();
        holder.RunUntil(h => h.Firmware.State == HolderState.StickInserted, TimeSpan.FromSeconds(2)).ShouldBeTrue();

        holder.RemoveStick();
        holder.RunUntil(h => h.Firmware.State != HolderState.StickInserted, TimeSpan.FromSeconds(2)).ShouldBeTrue();
    }

    [Fact]
    public void Docked_the_holder_charges_and_its_charge_rises()
    {
        double before = holder.Plant.CellStateOfCharge;
        holder.Dock();
        holder.Advance(TimeSpan.FromMinutes(6));

        holder.Firmware.State.ShouldBe(HolderState.Charging);
        holder.Plant.CellStateOfCharge.ShouldBe(before + 0.1, 0.005, "25 mAh of 250");
        holder.Snapshot().CellAmps.ShouldBe(0.25, 0.001);

        holder.Undock();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Firmware.State.ShouldNotBe(HolderState.Charging);
        holder.Plant.CellAmps.ShouldBe(0);
    }

    [Fact]
    public void A_tilt_reaches_the_firmware_for_one_look_at_the_accelerometer()
    {
        CountTicks(inputs => inputs.Tilted, holder.Tilt).ShouldBeOneOf(10, 20);
    }

    [Fact]
    public void A_double_tap_reaches_the_firmware_for_one_look_at_the_accelerometer()
    {
        CountTicks(inputs => inputs.DoubleTapped, holder.DoubleTap).ShouldBe(10);
    }

    [Fact]
    public void Nothing_is_tapped_or_tilted_by_itself()
    {
        CountTicks(inputs => inputs.Tilted || inputs.DoubleTapped, () => { }).ShouldBe(0);
    }

    [Fact]
    public void The_lights_of_a_short_press_show_in_the_snapshot()
    {
        holder.HoldButton(TimeSpan.FromMilliseconds(200));
        bool lit = holder.RunUntil(h => h.Snapshot().LightsPermille.Any(permille => permille > 0), TimeSpan.FromSeconds(2));

        lit.ShouldBeTrue();
    }

    [Fact]
    public void Cold_air_reaches_the_board_sensor_slowly()
    {
        holder.SetAmbient(-5);
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Firmware.Inputs.BoardMilliCelsius.ShouldBeGreaterThan(20_000);

        holder.Advance(TimeSpan.FromHours(1));
        holder.Firmware.Inputs.BoardMilliCelsius.ShouldBeLessThan(0);
    }

    private int CountTicks(Func<BoardInputs, bool> condition, Action act)
    {
        var counter = new TickCounter(condition);
        holder.Observe(counter);
        act();
        holder.Advance(TimeSpan.FromSeconds(5));
        return counter.Count;
    }

    private sealed class TickCounter(Func<BoardInputs, bool> condition) : IHolderObserver
    {
        public int Count { get; private set; }

        public void AfterTick(VirtualHolder holder)
        {
            if (condition(holder.Firmware.Inputs))
            {
                Count++;
            }
        }
    }
}
