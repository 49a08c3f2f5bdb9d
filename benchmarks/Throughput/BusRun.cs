using System.Diagnostics;
using System.Globalization;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>The bus, in the same run as the pipe: reads and notifications by a bare client, and reads by bleak where it is installed.</summary>
internal static class BusRun
{
    private const int Window = 400;

    private static string CharacteristicPath(ushort valueHandle) =>
        string.Create(CultureInfo.InvariantCulture, $"{ServedPeripheral.DevicePath}/service0001/char{valueHandle - 1:x4}");

    /// <summary>Measures on a peripheral to which nobody is connected.</summary>
    public static List<ThroughputRow> Measure(BenchmarkEmulator emulator, int rounds)
    {
        var rows = new List<ThroughputRow>();
        using (RawBusClient client = RawBusClient.Connect(emulator.BusPath, ServedPeripheral.DevicePath))
        {
            rows.Add(ThroughputRow.Best(rounds, () => Reads(client, emulator.Table.ValueHandle)));
            client.Subscribe(CharacteristicPath(emulator.Table.StreamHandle));
            rows.Add(ThroughputRow.Best(rounds, () => Notifications(client, emulator)));
        }

        if (ReadsByBleak(emulator, rounds) is { } bleak)
        {
            rows.Add(bleak);
        }

        return rows;
    }

    private static ThroughputRow Reads(RawBusClient client, ushort handle)
    {
        const int reads = 5_000;
        byte[] call = RawBusClient.ReadTemplate(CharacteristicPath(handle));
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < reads; i++)
        {
            client.Call(call);
        }

        return new ThroughputRow("sequential reads over the bus, bare client", "reads/s", PerSecond(reads, start), 20_000);
    }

    private static ThroughputRow Notifications(RawBusClient client, BenchmarkEmulator emulator)
    {
        const int notifications = 30_000;
        emulator.Grant(Window);
        long start = Stopwatch.GetTimestamp();
        for (int received = 1; received <= notifications; received++)
        {
            if (client.Receive(out _) < BenchmarkTable.StreamBytes)
            {
                throw new InvalidDataException("Something else than a notification arrived.");
            }

            if (received % (Window / 4) == 0 && received + (Window * 3 / 4) < notifications)
            {
                emulator.Grant(Window / 4);
            }
        }

        return new ThroughputRow("notifications of 240 bytes over the bus, bare client", "notifications/s", PerSecond(notifications, start), 30_000);
    }

    /// <summary>The program prints a rate for each round; nothing where Debian's bleak is not installed.</summary>
    private static ThroughputRow? ReadsByBleak(BenchmarkEmulator emulator, int rounds)
    {
        const string python = "/usr/bin/python3";
        if (!File.Exists(python))
        {
            return null;
        }

        string program = Path.Combine(AppContext.BaseDirectory, "Throughput", "reads_bleak.py");
        using var process = Process.Start(new ProcessStartInfo(python, [program, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=" + emulator.BusPath },
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string[] rates = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode != 0 ? null : new ThroughputRow("sequential reads over the bus, bleak", "reads/s",
            rates.Max(static rate => double.Parse(rate, CultureInfo.InvariantCulture)), 15_000);
    }

    private static double PerSecond(int count, long start) => count / Stopwatch.GetElapsedTime(start).TotalSeconds;
}
