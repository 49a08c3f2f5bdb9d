using System.Text.Encodings.Web;
using System.Text.Json;
using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Cli.FaultProof;

/// <summary>The fault matrix as one JSON object on one line; the names are a contract with scripts.</summary>
internal static class MatrixJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(MatrixReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(new
    {
        cells = report.Cells.Select(cell => new
        {
            row = cell.Row,
            fault = cell.Fault,
            phase = NameOf(cell.Phase),
            plant = NameOf(cell.Plant),
            caughtBy = cell.CaughtBy,
            latencyMilliseconds = cell.LatencyMilliseconds,
            peakCelsius = cell.PeakCelsius,
            latched = cell.Latched,
            mutantCaughtBy = cell.MutantCaughtBy,
            pass = cell.Pass,
        }),
        summary = new
        {
            cells = report.Summary.Cells,
            passed = report.Summary.Passed,
            uncaught = report.Summary.Uncaught,
            mutantsSurvived = report.Summary.MutantsSurvived,
        },
    }, Options));

    private static string NameOf(MatrixPhase phase) => phase switch
    {
        MatrixPhase.HeatUp => "heat-up",
        MatrixPhase.CoolDown => "cool-down",
        _ => phase.ToString().ToLowerInvariant(),
    };

    private static string NameOf(MatrixPlant plant) => plant.ToString().ToLowerInvariant();
}
