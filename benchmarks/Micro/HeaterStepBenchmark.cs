using BenchmarkDotNet.Attributes;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>One tick of the heater: state machine, regulation, supervisor, on the inputs of a recorded session.</summary>
[WarmupCount(20)]
public class HeaterStepBenchmark
{
    private const int Ticks = 10_000;

    private readonly RecordedSession recording = RecordedSession.Record(Ticks);
    private HeaterReplay? replay;

    [IterationSetup]
    public void Rewind() => replay = new HeaterReplay(recording);

    [Benchmark(OperationsPerInvoke = Ticks)]
    public float Step() => replay!.Run();
}
