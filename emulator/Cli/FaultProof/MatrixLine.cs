using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Cli.FaultProof;

/// <summary>One trial of the matrix for people: all its phases on all three plants in one line.</summary>
internal sealed class MatrixLine
{
    private MatrixLine(int row, string fault, IReadOnlyList<MatrixCell> cells)
    {
        Row = row;
        Fault = fault;
        Phases = [.. Enum.GetValues<MatrixPhase>().Select(phase => Joined(cells.Where(cell => cell.Phase == phase)))];
        PeakCelsius = cells.Max(cell => cell.PeakCelsius);
        LatencyMilliseconds = cells.Where(cell => !cell.AtNextStart).Max(cell => cell.LatencyMilliseconds);
        Mutant = string.Join(", ", cells.Select(cell => cell.MutantCaughtBy).OfType<string>().Distinct().Select(Short));
    }

    public static string[] Headings { get; } =
        ["row", "fault", "heat-up", "hold", "puff", "cool-down", "charging", "slowest ms", "peak °C", "without the row"];

    public int Row { get; }

    public string Fault { get; }

    /// <summary>Who noticed in each phase: one name where all three plants agree, else one each.</summary>
    public IReadOnlyList<string> Phases { get; }

    public double PeakCelsius { get; }

    public int? LatencyMilliseconds { get; }

    /// <summary>Who notices with the row's own detector switched off.</summary>
    public string Mutant { get; }

    public string[] Fields =>
    [
        $"{Row}", Fault, .. Phases, LatencyMilliseconds is { } latency ? $"{latency}" : "-", $"{PeakCelsius:F0}",
        Mutant.Length > 0 ? Mutant : "-",
    ];

    public static IReadOnlyList<MatrixLine> Of(MatrixReport report) =>
    [
        .. report.Cells.GroupBy(cell => (cell.Row, cell.Fault))
            .Select(trial => new MatrixLine(trial.Key.Row, trial.Key.Fault, [.. trial])),
    ];

    private static string Joined(IEnumerable<MatrixCell> cells)
    {
        string[] found = [.. cells.Select(cell =>
            Short(cell.CaughtBy ?? "-") + (cell.AtNextStart ? " next" : string.Empty) + (cell.Uncaught ? "!" : string.Empty))];
        return string.Join('/', found.Distinct().Count() == 1 ? found[..1] : found);
    }

    private static string Short(string by) =>
        by.Replace("warning of row ", "w", StringComparison.Ordinal).Replace("row ", string.Empty, StringComparison.Ordinal);
}
