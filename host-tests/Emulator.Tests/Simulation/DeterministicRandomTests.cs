using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Simulation;

public sealed class DeterministicRandomTests
{
    [Fact]
    public void One_seed_gives_one_sequence_and_another_seed_another()
    {
        ulong[] first = Draw(new DeterministicRandom(7));

        Draw(new DeterministicRandom(7)).ShouldBe(first);
        Draw(new DeterministicRandom(8)).ShouldNotBe(first);
    }

    [Fact]
    public void Parts_of_one_seed_have_sequences_of_their_own()
    {
        Draw(DeterministicRandom.For(7, "a")).ShouldNotBe(Draw(DeterministicRandom.For(7, "b")));
        Draw(DeterministicRandom.For(7, "a")).ShouldBe(Draw(DeterministicRandom.For(7, "a")));
    }

    [Fact]
    public void The_sequence_is_that_of_the_published_algorithm()
    {
        // SplitMix64 from 0 begins with these; xoshiro256** gives rotl(s1 * 5, 7) * 9 first.
        const ulong secondOfSplitMix = 0x6E789E6AA1B965F4;
        ulong expected = unchecked(ulong.RotateLeft(secondOfSplitMix * 5, 7) * 9);

        new DeterministicRandom(0).NextUInt64().ShouldBe(expected);
    }

    [Fact]
    public void Uniform_numbers_stay_in_range_and_fill_it()
    {
        var random = new DeterministicRandom(1);
        double[] numbers = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble(2, 4))];

        numbers.ShouldAllBe(x => x >= 2 && x < 4);
        numbers.Average().ShouldBe(3, 0.03);
        numbers.Min().ShouldBeLessThan(2.01);
        numbers.Max().ShouldBeGreaterThan(3.99);
    }

    [Fact]
    public void Gaussian_numbers_have_mean_0_and_deviation_1()
    {
        var random = new DeterministicRandom(1);
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextGaussian())];

        AssertStandard(numbers);
    }

    [Fact]
    public void Noise_by_index_has_mean_0_and_deviation_1_and_does_not_depend_on_the_order_of_asking()
    {
        var noise = new NoiseSource(1, "part");
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(i => noise.Gaussian(i))];

        AssertStandard(numbers);
        noise.Gaussian(123).ShouldBe(numbers[123]);
        new NoiseSource(2, "part").Gaussian(123).ShouldNotBe(numbers[123]);
    }

    private static void AssertStandard(double[] numbers)
    {
        double mean = numbers.Average();
        mean.ShouldBe(0, 0.03);
        Math.Sqrt(numbers.Average(x => (x - mean) * (x - mean))).ShouldBe(1, 0.03);
    }

    private static ulong[] Draw(DeterministicRandom random) => [.. Enumerable.Range(0, 8).Select(_ => random.NextUInt64())];
}
