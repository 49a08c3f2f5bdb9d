using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>The benchmark's table on the pipe, and its stream of notifications.</summary>
internal sealed class BenchmarkEmulator : IAsyncDisposable
{
    private readonly ServedPeripheral served;

    public BenchmarkEmulator() => served = new ServedPeripheral(new EventQueue(), Table.Peripheral);

    public BenchmarkTable Table { get; } = new();

    public string SocketPath => served.SocketPath;

    public string BusPath => served.BusPath;

    /// <summary>
    /// Lets so many more notifications go out. A client grants them as it reads, for one that is some 1000 behind is dropped.
    /// </summary>
    public void Grant(int notifications) => served.Inbox.Post(() =>
    {
        for (int i = 0; i < notifications; i++)
        {
            Table.Notify();
        }
    });

    public ValueTask DisposeAsync() => served.DisposeAsync();
}
