using BenchmarkDotNet.Attributes;
using IqosDevice.Benchmarks.Throughput;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>The attribute server alone, without a transport: a Read Request of 20 bytes, and a notification of 240.</summary>
public class AttServerBenchmark
{
    private readonly BenchmarkTable table = new();
    private readonly CountingBearer bearer = new();
    private readonly byte[] readRequest;
    private readonly AttServer server;

    public AttServerBenchmark()
    {
        server = table.Peripheral.TryConnect(bearer)!;
        server.Receive([0x02, 247, 0]);
        server.Receive([0x12, (byte)(table.StreamHandle + 1), 0, 1, 0]);
        readRequest = [0x0A, (byte)table.ValueHandle, 0];
    }

    [Benchmark]
    public int Read()
    {
        server.Receive(readRequest);
        return bearer.SentBytes;
    }

    [Benchmark]
    public bool Notify() => table.Notify();

    private sealed class CountingBearer : IAttBearer
    {
        public string Peer => "benchmark";

        public int SentBytes { get; private set; }

        public void Send(ReadOnlySpan<byte> pdu) => SentBytes = pdu.Length;

        public void Close(string reason) => throw new InvalidOperationException(reason);
    }
}
