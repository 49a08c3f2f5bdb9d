using System.Buffers.Binary;
using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Tests.Board;

public sealed class Lis3dhChipTests
{
    private readonly Lis3dhChip chip = new(1) { NoiseG = 0 };

    [Fact]
    public void Who_am_i_is_33()
    {
        Read(0, 0x0F).ShouldBe((byte)0x33);
    }

    [Fact]
    public void At_rest_one_g_is_on_the_z_axis()
    {
        Run();

        Acceleration(0).ShouldBe([0, 0, 16384]);
    }

    [Fact]
    public void The_range_of_4_g_halves_the_reading()
    {
        Run();
        Write(0x23, 0x10);

        Acceleration(0).ShouldBe([0, 0, 8192]);
    }

    [Fact]
    public void Powered_down_it_measures_and_recognises_nothing()
    {
        Write(0x38, 0x20);
        chip.DoubleTap(0);

        Acceleration(0).ShouldBe([0, 0, 0]);
        Read(0, 0x39).ShouldBe((byte)0);
    }

    [Fact]
    public void A_double_tap_latched_stays_until_read_and_is_then_gone()
    {
        Run();
        Write(0x38, 0x20);
        Write(0x3A, 0x80 | 0x20);
        chip.DoubleTap(0);

        Read(5_000_000, 0x39).ShouldBe((byte)0x64);
        Read(5_000_000, 0x39).ShouldBe((byte)0);
    }

    [Fact]
    public void A_double_tap_not_latched_fades_by_itself()
    {
        Run();
        Write(0x38, 0x20);
        chip.DoubleTap(0);

        Read(50_000, 0x39).ShouldBe((byte)0x64);
        Read(150_000, 0x39).ShouldBe((byte)0);
    }

    [Fact]
    public void Taps_that_are_not_enabled_are_not_recognised()
    {
        Run();
        chip.DoubleTap(0);

        Read(0, 0x39).ShouldBe((byte)0);
    }

    [Fact]
    public void A_tilt_moves_gravity_to_the_y_axis_for_a_while()
    {
        Run();
        chip.Tilt(0);

        short[] tilted = Acceleration(100_000);
        ((double)tilted[1]).ShouldBe(0.985 * 16384, 16);
        ((double)tilted[2]).ShouldBe(0.174 * 16384, 16);
        Acceleration(1_600_000).ShouldBe([0, 0, 16384]);
    }

    [Fact]
    public void A_tilt_beyond_the_threshold_fires_the_latched_interrupt()
    {
        Run();
        Write(0x24, 0x08);
        Write(0x32, 0x20);
        Write(0x30, 0x08);
        Read(0, 0x31).ShouldBe((byte)0, "at rest the y axis is below 0.5 g");

        chip.Tilt(0);

        Read(2_000_000, 0x31).ShouldBe((byte)0x48, "latched: active, y high");
        Read(2_000_000, 0x31).ShouldBe((byte)0);
    }

    [Fact]
    public void Movement_between_sides_fires_on_the_way_there_and_back_and_not_at_rest()
    {
        Run();
        Write(0x24, 0x08);
        Write(0x32, 0x20);
        Write(0x30, 0x7F);
        Read(100_000, 0x31).ShouldBe((byte)0);

        chip.Tilt(200_000);
        Read(300_000, 0x31).ShouldBe((byte)0x48, "y is up");
        Read(400_000, 0x31).ShouldBe((byte)0, "it stays on its side");
        Read(2_000_000, 0x31).ShouldBe((byte)0x60, "z is up again");
        Read(2_100_000, 0x31).ShouldBe((byte)0);
    }

    private void Run() => Write(0x20, 0x57);

    private short[] Acceleration(long nowUs)
    {
        var buffer = new byte[6];
        chip.Transfer(nowUs, [0x28 | 0x80], buffer);
        return [.. Enumerable.Range(0, 3).Select(i => BinaryPrimitives.ReadInt16LittleEndian(buffer.AsSpan(2 * i)))];
    }

    private byte Read(long nowUs, byte register)
    {
        var buffer = new byte[1];
        chip.Transfer(nowUs, [register], buffer);
        return buffer[0];
    }

    private void Write(byte register, int value) => chip.Transfer(0, [register, (byte)value], []);
}
