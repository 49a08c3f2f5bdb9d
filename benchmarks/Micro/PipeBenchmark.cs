using BenchmarkDotNet.Attributes;
using IqosDevice.Benchmarks.Throughput;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>One read over the Unix socket and back: client, kernel, pipe, simulation.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The runner calls the clean-up.")]
public class PipeBenchmark
{
    private BenchmarkEmulator? emulator;
    private RawAttClient? raw;

    [GlobalSetup]
    public void Connect()
    {
        emulator = new BenchmarkEmulator();
        raw = RawAttClient.Connect(emulator.SocketPath);
    }

    [Benchmark]
    public int RoundTrip() => raw!.Read(emulator!.Table.ValueHandle);

    [GlobalCleanup]
    public async Task Disconnect()
    {
        raw!.Dispose();
        await emulator!.DisposeAsync();
    }
}
