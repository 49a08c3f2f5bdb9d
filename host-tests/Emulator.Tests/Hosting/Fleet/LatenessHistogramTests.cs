using IqosDevice.Emulator.Hosting.Fleet;

namespace IqosDevice.Emulator.Tests.Hosting.Fleet;

public sealed class LatenessHistogramTests
{
    private readonly LatenessHistogram histogram = new();

    [Fact]
    public void Nothing_counted_has_no_percentile() => histogram.Percentile(50).ShouldBeNull();

    [Fact]
    public void Percentiles_are_the_upper_ends_of_their_classes()
    {
        histogram.Add(1.05, 98);
        histogram.Add(7.32, 1);
        histogram.Add(20, 1);

        histogram.Percentile(50)!.Value.ShouldBe(1.1, 1e-9);
        histogram.Percentile(99)!.Value.ShouldBe(7.4, 1e-9);
        histogram.Percentile(100)!.Value.ShouldBe(20.1, 1e-9);
    }

    [Theory]
    [InlineData(-3, 0.1)]
    [InlineData(1e9, 10_000)]
    public void What_lies_outside_counts_at_the_ends(double milliseconds, double end)
    {
        histogram.Add(milliseconds, 1);

        histogram.Percentile(50)!.Value.ShouldBe(end, 1e-6);
    }
}
