using BenchmarkDotNet.Attributes;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>One whole session, five virtual minutes, from power-on to its end.</summary>
public class SessionBenchmark
{
    private readonly HolderOptions options = new();
    private readonly PuffProfile puffs = PuffProfile.ByName("natural", 1);

    [Benchmark]
    public string Session() => SessionRun.Execute(options, puffs).TraceHash;
}
