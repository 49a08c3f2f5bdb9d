using IqosDevice.Cli.Population;
using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Cli.FaultProof;

/// <summary>The drawings of docs/safety.md: what becomes of the heater of the smallest unit from a fault on, with and without what protects it.</summary>
internal static class FaultPlots
{
    private const double StallSeconds = 3;
    private const double RunawaySeconds = 6;
    private const double SensorSeconds = 12;

    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of a right.</exception>
    public static void Write(ulong seed, string folder)
    {
        Directory.CreateDirectory(folder);
        Save(folder, "fault-stall.svg", Plot("The firmware stalls at full power while it holds", StallSeconds, 600)
            .Add("dead-man (200 ms)", Curve(seed, MatrixPhase.Hold, StallSeconds, false, "firmware-stall-full-power"))
            .Add("dead-man dead: comparator (400 °C)",
                Curve(seed, MatrixPhase.Hold, StallSeconds, false, "firmware-stall-full-power", "dead-man-dead"))
            .Add("both dead",
                Curve(seed, MatrixPhase.Hold, StallSeconds, false, "firmware-stall-full-power", "dead-man-dead", "comparator-dead")));
        Save(folder, "fault-runaway.svg", Plot("The transistor conducts for ever while the heater holds", RunawaySeconds, 700)
            .Add("all rows in force", Curve(seed, MatrixPhase.Hold, RunawaySeconds, false, "transistor-shorted"))
            .Add("no row in force: comparator (400 °C)", Curve(seed, MatrixPhase.Hold, RunawaySeconds, true, "transistor-shorted"))
            .Add("load switch welded as well",
                Curve(seed, MatrixPhase.Hold, RunawaySeconds, false, "transistor-shorted", "load-switch-welded")));
        Save(folder, "fault-stuck.svg", Plot("A sensor sticks at 120 °C in the preheat", SensorSeconds, 500)
            .Add("thermocouple", Curve(seed, MatrixPhase.HeatUp, SensorSeconds, false, "second-sensor.stuck"))
            .Add("heater's resistance", Curve(seed, MatrixPhase.HeatUp, SensorSeconds, false, "heater-temperature.stuck"))
            .Add("thermocouple, no row in force", Curve(seed, MatrixPhase.HeatUp, SensorSeconds, true, "second-sensor.stuck")));
    }

    /// <param name="seed">Seed of noise and chance.</param>
    /// <param name="phase">When it breaks.</param>
    /// <param name="seconds">How long it is looked at.</param>
    /// <param name="rowsOff">No row of the firmware is in force: row 55, which records, is the only one left.</param>
    /// <param name="faults">What breaks.</param>
    private static IEnumerable<(double X, double Y)> Curve(
        ulong seed, MatrixPhase phase, double seconds, bool rowsOff, params string[] faults)
    {
        var trial = new FaultTrial { Row = 55, Faults = faults, Alone = rowsOff };
        return FaultMatrix.Record(trial, phase, MatrixPlant.Smallest, seed, seconds);
    }

    private static CurvePlot Plot(string title, double seconds, double highestCelsius) => new(
        title, new PlotAxis(0, seconds, seconds / 6, "s from the fault on"), new PlotAxis(0, highestCelsius, 100, "°C"));

    private static void Save(string folder, string name, CurvePlot plot)
    {
        using var output = new StreamWriter(Path.Combine(folder, name));
        plot.Write(output);
    }
}
