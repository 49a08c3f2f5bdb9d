using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>What the gauge keeps on the device's heap: itself, its cell's table, the filter, what was learned.</summary>
public sealed class GaugeHeapTests
{
    [Fact]
    public void The_gauge_stays_within_its_heap()
    {
        var heap = new HeapEstimate();
        heap.AddStatics([typeof(CellTable)]);
        heap.AddGraph(new BatteryGauge());
        CostReport.Write(
            "gauge-heap.txt",
            $"Gauge: {heap.TotalBytes} bytes of heap, {CostLimits.GaugeHeapBytes} allowed",
            heap.Rows.Select(row => $"{row.Bytes,7}{row.Count,6}  {row.Name}"));

        heap.Violations.ShouldHaveNone();
        heap.TotalBytes.ShouldBeInRange(500, CostLimits.GaugeHeapBytes);
    }
}
