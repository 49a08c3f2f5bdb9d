using IqosDevice.Benchmarks.Micro;

namespace IqosDevice.Benchmarks.Tests.Micro;

public sealed class RecordedSessionTests
{
    private const int Ticks = 10_000;

    [Fact]
    public void The_recording_heats_and_so_does_the_loop_that_is_fed_it()
    {
        var recording = RecordedSession.Record(Ticks);
        var replay = new HeaterReplay(recording);
        replay.Run();

        recording.Ticks.Count.ShouldBe(Ticks);
        recording.HeatedTicks.ShouldBeGreaterThan(Ticks * 9 / 10);
        replay.HeatedTicks.ShouldBe(recording.HeatedTicks);
    }
}
