using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Simulation;

public sealed class TraceHasherTests
{
    [Fact]
    public void Equal_input_gives_equal_hashes_of_sixteen_digits()
    {
        Hash(1.5, 2.5).Length.ShouldBe(16);
        Hash(1.5, 2.5).ShouldBe(Hash(1.5, 2.5));
    }

    [Fact]
    public void The_last_bit_and_the_order_show()
    {
        Hash(1.5, Math.BitIncrement(2.5)).ShouldNotBe(Hash(1.5, 2.5));
        Hash(2.5, 1.5).ShouldNotBe(Hash(1.5, 2.5));
    }

    [Fact]
    public void The_sign_bit_of_an_early_number_shows_after_many_more()
    {
        double[] tail = [.. Enumerable.Range(0, 1000).Select(i => (double)i)];

        Hash([0.0, .. tail]).ShouldNotBe(Hash([-0.0, .. tail]));
    }

    private static string Hash(params double[] numbers)
    {
        var hasher = new TraceHasher();
        foreach (double number in numbers)
        {
            hasher.Add(number);
        }

        return hasher.Hex;
    }
}
