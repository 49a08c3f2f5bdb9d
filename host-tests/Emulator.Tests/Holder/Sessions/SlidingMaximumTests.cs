using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Holder.Sessions;

public sealed class SlidingMaximumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(500)]
    public void It_is_the_highest_of_the_latest_values(int length)
    {
        var random = new DeterministicRandom((ulong)length);
        var maximum = new SlidingMaximum(length);
        var values = new List<double>();
        for (int i = 0; i < 2000; i++)
        {
            // Few different values, so that equal ones meet.
            values.Add(random.NextInt32(20));
            maximum.Add(values[^1]).ShouldBe(values.TakeLast(length).Max());
        }
    }
}
