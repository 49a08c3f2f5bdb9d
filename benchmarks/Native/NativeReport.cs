using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IqosDevice.Benchmarks.Native.Replay;
using IqosDevice.Firmware.Core;
using IqosDevice.Repository.Tests.Cost;
using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native;

/// <summary>What the comparison came to.</summary>
internal sealed class NativeReport(TickProgram program, TickRecording recording, NativeMeasurement measurement, long worldBytes)
{
    private const double TargetRatio = 3;

    // nanoFramework's interpreter on an ESP32 at 240 MHz: an estimate from its rate on a PC, not a measurement.
    private const double LowUsPerInstruction = 1.3;
    private const double HighUsPerInstruction = 5;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly long longestPath = LongestPathOf();

    /// <summary>No tick differed, and no field at the end.</summary>
    public bool IsEqual => measurement.Comparison is { WrongTicks: 0, UnequalSlots: 0 };

    public void WriteJson(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Ticks = recording.TickCount,
            measurement.Comparison.EqualTicks,
            measurement.Comparison.WrongTicks,
            UnequalFields = measurement.Comparison.UnequalSlots,
            FirstDifference = measurement.Comparison.First,
            ManagedNanosecondsPerTick = Math.Round(measurement.ManagedNsPerTick, 1),
            NativeNanosecondsPerTick = Math.Round(measurement.NativeNsPerTick, 1),
            Ratio = Math.Round(measurement.Ratio, 2),
            TargetRatio,
            ManagedAllocatedBytes = measurement.AllocatedBytes,
            NativeObjectBytes = worldBytes,
            Methods = program.MethodCount,
            LongestPathInstructions = longestPath,
            Esp32Milliseconds = new { Low = LowMs, High = HighMs },
            Compiler = CCompiler.CommandLine,
            Scenes = recording.Scenes.Select(static scene => new { scene.Name, scene.Ticks }),
        },
        Json));

    public void WriteMarkdown(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            # Heater tick: .NET against C

            | | .NET | C |
            | --- | ---: | ---: |
            | time of a tick | {measurement.ManagedNsPerTick:F0} ns | {measurement.NativeNsPerTick:F0} ns |
            | ratio (at most {TargetRatio:F0}) | {measurement.Ratio:F2} | 1 |
            | bytes | {measurement.AllocatedBytes} allocated | {worldBytes:N0} in all objects |

            {recording.TickCount:N0} ticks, {measurement.Comparison.EqualTicks:N0} with equal duty, load switch and heartbeat, {measurement.Comparison.WrongTicks:N0} with a duty more than 1 permille apart or another switch; {measurement.Comparison.UnequalSlots} fields differ at the end.{First}
            Longest path: {longestPath:N0} IL instructions. On an ESP32 that is {LowMs:F1} to {HighMs:F1} ms at most, assuming {LowUsPerInstruction:F1} to {HighUsPerInstruction:F0} µs an instruction (estimated, not measured).
            C: {program.MethodCount} methods translated from IL, compiled with {CCompiler.CommandLine}.

            | recorded | ticks |
            | --- | ---: |
            """));
        foreach ((string name, int ticks) in recording.Scenes)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {ticks:N0} |"));
        }
    }

    private string First => measurement.Comparison.First is { } first ? $" First: {first}." : string.Empty;

    private double LowMs => Math.Round(longestPath * LowUsPerInstruction / 1000, 1);

    private double HighMs => Math.Round(longestPath * HighUsPerInstruction / 1000, 1);

    /// <summary>Counted as the gate of the repository counts it.</summary>
    private static long LongestPathOf()
    {
        using ModuleDefinition module = TickProgram.Read(typeof(HeaterLoop).Assembly);
        return TickCost.Of(module, typeof(HeaterLoop).FullName!, nameof(HeaterLoop.Step), LoopBounds.OfTheFirmware()).Path.Total;
    }
}
