using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Emulator.Tests.Holder;

public sealed class TraceRecorderTests
{
    [Fact]
    public void One_sample_in_so_many_ticks_is_kept_and_the_oldest_go_first()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var recorder = new TraceRecorder(everyTicks: 5, capacity: 10);
        holder.Observe(recorder);

        holder.Advance(TimeSpan.FromSeconds(2));

        recorder.Samples.Count.ShouldBe(10);
        double[] seconds = [.. recorder.Samples.Select(sample => sample.Seconds)];
        seconds[0].ShouldBe(1.02, 1e-9);
        seconds[^1].ShouldBe(1.92, 1e-9);
    }
}
