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
            ManagedNanosecondsPerTick = Math.Round(measurement.Whole.ManagedNsPerTick, 1),
            NativeNanosecondsPerTick = Math.Round(measurement.Whole.NativeNsPerTick, 1),
            Ratio = Math.Round(measurement.Whole.Ratio, 2),
            TargetRatio,
            ManagedAllocatedBytes = measurement.AllocatedBytes,
            NativeObjectBytes = worldBytes,
            Methods = program.MethodCount,
            LongestPathInstructions = longestPath,
            Esp32Milliseconds = new { Low = LowMs, High = HighMs },
            Compiler = CCompiler.CommandLine,
            Scenes = measurement.Scenes.Select(static scene => new
            {
                scene.Name,
                scene.Ticks,
                ManagedNanosecondsPerTick = Math.Round(scene.ManagedNsPerTick, 1),
                NativeNanosecondsPerTick = Math.Round(scene.NativeNsPerTick, 1),
                Ratio = Math.Round(scene.Ratio, 2),
            }),
        },
        Json));

    public void WriteMarkdown(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            # Heater tick: .NET against C

            | ticks of | ticks | .NET | C | ratio |
            | --- | ---: | ---: | ---: | ---: |
            """));
        foreach (SceneTime scene in measurement.Scenes.Append(measurement.Whole))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {scene.Name} | {scene.Ticks:N0} | {scene.ManagedNsPerTick:F0} ns | {scene.NativeNsPerTick:F0} ns | {scene.Ratio:F2} |"));
        }

        ReplayComparison comparison = measurement.Comparison;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            - Ratio: at most {TargetRatio:F0} is the aim. The times hold taking the inputs from the recording and keeping the outputs, on either side.
            - Equal: {comparison.EqualTicks:N0} of {recording.TickCount:N0} ticks have the same duty, load switch and heartbeat; {comparison.WrongTicks:N0} a duty more than 1 permille apart or another switch. {comparison.UnequalSlots} fields differ at the end.{First}
            - Bytes: .NET allocated {measurement.AllocatedBytes:N0} in all ticks of a round; all objects in C take {worldBytes:N0}.
            - Longest path of the tick, from the samples to the duty: {longestPath:N0} IL instructions. On an ESP32 that is {LowMs:F1} to {HighMs:F1} ms at most, assuming {LowUsPerInstruction:F1} to {HighUsPerInstruction:F0} µs an instruction (estimated, not measured).
            - C: {program.MethodCount} methods translated from IL, compiled with {CCompiler.CommandLine}.
            """));
    }

    private string First => measurement.Comparison.First is { } first ? $" First: {first}." : string.Empty;

    private double LowMs => Math.Round(longestPath * LowUsPerInstruction / 1000, 1);

    private double HighMs => Math.Round(longestPath * HighUsPerInstruction / 1000, 1);

    /// <summary>Counted as the gate of the repository counts it.</summary>
    private static long LongestPathOf()
    {
        using ModuleDefinition module = TickProgram.Read(typeof(HeaterLoop).Assembly);
        return TickCost.Of(module, typeof(HeaterLoop).FullName!, nameof(HeaterLoop.Heat), LoopBounds.OfTheFirmware()).Path.Total;
    }
}
