using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using IqosDevice.Client;
using IqosDevice.Client.Gatt;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>Rates that are promised, measured end to end: the best of several rounds each, because a machine is seldom idle.</summary>
internal static class ThroughputRun
{
    private static readonly Guid ModelNumber = Uuid.FromShort(0x2A24).Value;

    /// <summary>Measures everything and writes a table.</summary>
    /// <returns>True where every target was reached.</returns>
    public static async Task<bool> ExecuteAsync(bool full, TextWriter output)
    {
        int rounds = full ? 20 : 5;
        var rows = new List<ThroughputRow>();
        await using (var emulator = new BenchmarkEmulator())
        {
            using (RawAttClient raw = RawAttClient.Connect(emulator.SocketPath))
            {
                rows.Add(ThroughputRow.Best(rounds, () => ReadsRaw(raw, emulator.Table.ValueHandle)));
                raw.Subscribe((ushort)(emulator.Table.StreamHandle + 1));
                rows.Add(ThroughputRow.Best(rounds, () => NotificationsRaw(raw, emulator)));
            }
        }

        await using (var emulator = new BenchmarkEmulator())
        {
            rows.AddRange(BusRun.Measure(emulator, rounds));
        }

        rows.Add(await ReadsWithClientAsync(rounds));
        rows.Add(ThroughputRow.Best(rounds, Sessions));
        WriteMachine(output);
        output.WriteLine($"| What (best of {rounds}) | Rate | Target | Ratio |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (ThroughputRow row in rows)
        {
            output.WriteLine(row.ToMarkdown());
        }

        output.WriteLine();
        return AllocationRun.Execute(output) && rows.TrueForAll(static row => row.IsReached);
    }

    private static ThroughputRow ReadsRaw(RawAttClient client, ushort handle)
    {
        const int reads = 10_000;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < reads; i++)
        {
            client.Read(handle);
        }

        return new ThroughputRow("sequential reads, bare socket client", "reads/s", PerSecond(reads, start), 20_000);
    }

    private static ThroughputRow NotificationsRaw(RawAttClient client, BenchmarkEmulator emulator)
    {
        const int notifications = 100_000;
        const int window = 400;
        emulator.Grant(window);
        long start = Stopwatch.GetTimestamp();
        for (int received = 1; received <= notifications; received++)
        {
            if (client.Receive() != BenchmarkTable.StreamBytes + 3)
            {
                throw new InvalidDataException("Something else than a notification arrived.");
            }

            if (received % (window / 4) == 0 && received + (window * 3 / 4) < notifications)
            {
                emulator.Grant(window / 4);
            }
        }

        return new ThroughputRow("notifications of 240 bytes, bare socket client", "notifications/s", PerSecond(notifications, start), 100_000);
    }

    /// <summary>The client library against a whole holder, which runs in real time meanwhile.</summary>
    private static async Task<ThroughputRow> ReadsWithClientAsync(int rounds)
    {
        const int reads = 5_000;
        using VirtualHolder holder = VirtualHolder.Start();
        await using var served = new ServedPeripheral(holder.Queue, holder.Peripheral);
        await using HolderClient client = await HolderClient.ConnectAsync("unix:" + served.SocketPath);
        RemoteCharacteristic model = client.Gatt.Find(ModelNumber);
        double best = 0;
        for (int round = 0; round < rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < reads; i++)
            {
                await client.Gatt.ReadAsync(model);
            }

            best = Math.Max(best, PerSecond(reads, start));
        }

        return new ThroughputRow("sequential reads, client library, a whole holder", "reads/s", best, 20_000);
    }

    private static ThroughputRow Sessions()
    {
        long start = Stopwatch.GetTimestamp();
        SessionReport report = SessionRun.Execute(new HolderOptions(), PuffProfile.ByName("natural", 1));
        return new ThroughputRow("a whole session", "x real time", report.VirtualSeconds / Stopwatch.GetElapsedTime(start).TotalSeconds, 2_000);
    }

    private static double PerSecond(int count, long start) => count / Stopwatch.GetElapsedTime(start).TotalSeconds;

    private static void WriteMachine(TextWriter output)
    {
        const string processors = "/proc/cpuinfo";
        string model = File.Exists(processors)
            ? File.ReadLines(processors).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) ?? ": unknown"
            : ": " + RuntimeInformation.ProcessArchitecture;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{model[(model.IndexOf(':', StringComparison.Ordinal) + 2)..]}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}"));
        output.WriteLine();
    }
}
