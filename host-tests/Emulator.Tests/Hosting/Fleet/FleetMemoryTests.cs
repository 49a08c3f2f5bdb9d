using IqosDevice.Emulator.Holder.Soak;
using IqosDevice.Emulator.Hosting.Fleet;

namespace IqosDevice.Emulator.Tests.Hosting.Fleet;

/// <summary>The heap is that of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(FleetMemoryTests), DisableParallelization = true)]
[Collection(nameof(FleetMemoryTests))]
public sealed class FleetMemoryTests
{
    [Fact]
    public void A_holder_takes_little_memory_and_no_more_as_time_goes_by()
    {
        const int holders = 20;
        FleetReport report = new FleetRunner(new SoakOptions { Holders = holders, Duration = TimeSpan.FromMinutes(12) }).Run(cancellation: TestContext.Current.CancellationToken);

        report.BytesPerHolderAtEnd.ShouldBeLessThan(100_000);
        ((report.Minutes[11].HeapBytes - report.Minutes[5].HeapBytes) / holders).ShouldBeLessThan(5_000);
    }
}
