using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using IqosDevice.Benchmarks.Gate;
using IqosDevice.Benchmarks.Gauge;
using IqosDevice.Benchmarks.Native;
using IqosDevice.Benchmarks.Portal;
using IqosDevice.Benchmarks.Throughput;

if (args is ["gate", ..])
{
    return GateCommand.Run(args[1..]);
}

if (args is ["gauge", ..])
{
    return GaugeCommand.Run(args[1..]);
}

if (args is ["native", ..])
{
    return NativeCommand.Run(args[1..]);
}

if (args is ["portal", ..])
{
    return PortalStartCommand.Run(args[1..]);
}

// reads ADDRESS: sequential reads from a holder in another process.
// throughput: the table of rates; micro: time and bytes of single operations; nothing: both. --full takes its time.
if (args is ["reads", string address])
{
    ThroughputRow row = await ThroughputRun.ReadsAsync(address, rounds: 20);
    Console.WriteLine(row.ToMarkdown());
    return row.IsReached ? 0 : 1;
}

bool full = args.Contains("--full", StringComparer.Ordinal);
string[] parts = [.. args.Where(static arg => arg != "--full")];
if (parts.Except(["throughput", "micro"], StringComparer.Ordinal).Any())
{
    Console.Error.WriteLine("usage: IqosDevice.Benchmarks [throughput] [micro] [--full] | reads ADDRESS | gauge --help | gate --help | native --help | portal --help");
    return 64;
}

bool missed = false;
if (parts.Length == 0 || parts.Contains("throughput", StringComparer.Ordinal))
{
    missed = !await ThroughputRun.ExecuteAsync(full, Console.Out);
}

if (parts.Length == 0 || parts.Contains("micro", StringComparer.Ordinal))
{
    // In this very process: what is measured is the code as it was built here, and nothing is generated and compiled.
    Job job = (full ? Job.Default : Job.ShortRun).WithToolchain(InProcessNoEmitToolchain.Instance);
    IConfig config = ManualConfig.CreateMinimumViable()
        .AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddExporter(MarkdownExporter.GitHub);
    BenchmarkRunner.Run(typeof(ThroughputRun).Assembly, config);
}

return missed ? 1 : 0;
