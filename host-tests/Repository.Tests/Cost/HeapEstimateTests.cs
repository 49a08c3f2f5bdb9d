using System.Device.Gpio;
using System.Device.I2c;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>The counting of bytes, and what it refuses, on small planted objects.</summary>
public sealed class HeapEstimateTests
{
    [Fact]
    public void An_object_costs_a_block_and_one_for_each_field_its_base_included() =>
        Estimate(new Derived()).TotalBytes.ShouldBe(12 * (1 + 3));

    [Theory]
    [InlineData(1, 1020)]
    [InlineData(2, 2020)]
    [InlineData(4, 4020)]
    [InlineData(8, 8020)]
    public void An_array_costs_its_content_and_a_header(int elementBytes, long expected)
    {
        Array array = elementBytes switch
        {
            1 => new byte[1000],
            2 => new char[1000],
            4 => new DayOfWeek[1000],
            _ => new long[1000],
        };

        Estimate(array).TotalBytes.ShouldBe(expected);
    }

    [Fact]
    public void A_hundred_objects_of_three_fields_cost_nearly_five_kilobytes_and_their_array()
    {
        var heap = Estimate(Enumerable.Range(0, 100).Select(_ => new Derived()).ToArray());

        heap.TotalBytes.ShouldBe((100 * 48) + 20 + (100 * 12));
        heap.Rows.Single(row => row.Name.EndsWith("Derived", StringComparison.Ordinal)).Count.ShouldBe(100);
    }

    [Fact]
    public void An_object_that_is_reached_twice_counts_once()
    {
        var shared = new Derived();

        Estimate(new object[] { shared, shared }).TotalBytes.ShouldBe(20 + 24 + 48);
    }

    [Fact]
    public void Objects_in_a_ring_come_to_an_end()
    {
        var ring = new Holder();
        ring.Content = ring;

        Estimate(ring).TotalBytes.ShouldBe(24);
    }

    [Fact]
    public void Structs_texts_and_delegates_are_objects_of_their_own()
    {
        Estimate(new Holder { Content = "abc" }).TotalBytes.ShouldBe(24 + 20 + 4);
        Estimate(new Holder { Content = (EventHandler)new Derived().On }).TotalBytes.ShouldBe(24 + 36 + 48);
        Estimate(new Moment()).TotalBytes.ShouldBe(24 + 24);
    }

    [Fact]
    public void Static_fields_count_with_what_they_hold()
    {
        var heap = new HeapEstimate();

        heap.AddStatics([typeof(Tables)]);

        heap.TotalBytes.ShouldBe(12 + 20 + (4 * 3));
    }

    [Fact]
    public void An_object_of_the_host_is_found() =>
        Estimate(new Holder { Content = new List<int>() }).Violations.ShouldContain(found => found.Where.Contains("List"));

    [Fact]
    public void A_package_object_that_nobody_counted_is_found()
    {
        Estimate(new Holder { Content = default(PinValue) }).Violations.ShouldContain(found => found.Where.Contains("PinValue"));
        Estimate(new I2cConnectionSettings(1, 2)).Violations.ShouldHaveNone();
    }

    [Fact]
    public void A_graph_that_is_too_fat_is_found()
    {
        var heap = Estimate(Enumerable.Range(0, 1000).Select(_ => new Derived()).ToArray());

        heap.LargerThan(CostLimits.HeapBytes, CostLimits.FirmwareObjectBytes).Count().ShouldBe(2);
        heap.LargerThan(heap.TotalBytes, heap.TotalBytes).ShouldBeEmpty();
    }

    [Fact]
    public void Threads_count_towards_the_whole_alone()
    {
        var heap = Estimate(new Derived());

        heap.AddThreads([("a thread", CostLimits.HeapBytes)]);

        heap.LargerThan(CostLimits.HeapBytes, CostLimits.FirmwareObjectBytes).ShouldHaveSingleItem().Where.ShouldBe("heap");
    }

    private static HeapEstimate Estimate(object root)
    {
        var heap = new HeapEstimate();
        heap.AddGraph(root);
        return heap;
    }

    private class Base
    {
        public int Inherited { get; set; }
    }

    private sealed class Derived : Base
    {
        public double Number { get; set; }

        public bool Flag { get; set; }

        public void On(object? sender, EventArgs args) => Flag = true;
    }

    private sealed class Holder
    {
        public object? Content { get; set; }
    }

    private struct Second
    {
        public int Value { get; set; }
    }

    private sealed class Moment
    {
        public Second At { get; set; }
    }

    private static class Tables
    {
        public const int Length = 3;

        public static readonly int[] Steps = [1, 2, 3];
    }
}
