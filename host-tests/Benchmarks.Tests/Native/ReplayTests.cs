using IqosDevice.Benchmarks.Native.Replay;
using IqosDevice.Benchmarks.Native.State;

namespace IqosDevice.Benchmarks.Tests.Native;

/// <summary>A whole tick with its objects in C, and that a difference is seen.</summary>
public sealed class ReplayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Objects_arrays_and_changes_from_outside_come_out_the_same(ulong seed)
    {
        Compiler.Require();
        TickRecording recording = SampleRecording.Create(seed);
        using var native = new NativeReplay(recording, SampleRecording.Program.Source(recording.Start));

        ReplayResult managed = new ManagedReplay(recording, SampleRecording.Bind).Run();
        var comparison = ReplayComparison.Of(recording, managed, native.Run());

        comparison.ShouldBe(new ReplayComparison(recording.TickCount, 0, 0, null));
        managed.Outcomes.Distinct().Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Each_replay_begins_at_the_beginning()
    {
        Compiler.Require();
        TickRecording recording = SampleRecording.Create(4);
        using var native = new NativeReplay(recording, SampleRecording.Program.Source(recording.Start));
        var managed = new ManagedReplay(recording, SampleRecording.Bind);

        native.Run().Outcomes.ShouldBe(native.Run().Outcomes);
        managed.Run().Outcomes.ShouldBe(managed.Run().Outcomes);
    }

    [Theory]
    [InlineData("1.75f", "1.7500001f")]
    [InlineData(", 250, ", ", 251, ")]
    [InlineData("i, 1)", "i, 2)")]
    public void A_defect_planted_in_the_translation_is_found(string right, string wrong)
    {
        Compiler.Require();
        TickRecording recording = SampleRecording.Create(5);
        string source = SampleRecording.Program.Source(recording.Start);
        source.ShouldContain(right);
        using var native = new NativeReplay(recording, source.Replace(right, wrong));

        ReplayResult managed = new ManagedReplay(recording, SampleRecording.Bind).Run();
        var comparison = ReplayComparison.Of(recording, managed, native.Run());

        (comparison.EqualTicks < recording.TickCount || comparison.UnequalSlots > 0).ShouldBeTrue();
        comparison.First.ShouldNotBeNull();
    }

    [Fact]
    public void A_duty_may_be_one_apart_and_nothing_else()
    {
        TickRecording recording = SampleRecording.Create(6);
        ReplayResult right = new ManagedReplay(recording, SampleRecording.Bind).Run();

        Compared(0, 1).WrongTicks.ShouldBe(0);
        Compared(0, 1).EqualTicks.ShouldBe(recording.TickCount - 1);
        Compared(0, 2).WrongTicks.ShouldBe(1);
        Compared(1, 1).WrongTicks.ShouldBe(1);
        Compared(2, 1).WrongTicks.ShouldBe(1);

        ReplayComparison Compared(int output, int apart)
        {
            const int tick = 1000;
            long[] outcomes = [.. right.Outcomes];
            int at = (tick * 3) + output;
            outcomes[at] = Bits.Of(Bits.To<int>(outcomes[at]) + apart);
            return ReplayComparison.Of(recording, right, right with { Outcomes = outcomes });
        }
    }

    [Fact]
    public void A_field_that_differs_at_the_end_is_named()
    {
        TickRecording recording = SampleRecording.Create(7);
        ReplayResult right = new ManagedReplay(recording, SampleRecording.Bind).Run();
        long[] end = [.. right.End];
        end[^1]++;

        var comparison = ReplayComparison.Of(recording, right, right with { End = end });

        comparison.UnequalSlots.ShouldBe(1);
        comparison.First.ShouldStartWith("at the end");
    }
}
