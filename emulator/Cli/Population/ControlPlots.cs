using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Holder.Tracing;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Cli.Population;

/// <summary>The drawings of docs/control.md: a nominal session, its rise, and the figures of a population.</summary>
internal static class ControlPlots
{
    private const ulong Seed = 1;
    private const double RiseSeconds = 8;

    /// <summary>Writes the drawings into a folder, which is made where it is not there.</summary>
    public static void Write(PopulationOptions population, PopulationReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        List<TraceSample> samples = [];
        SessionRun.Execute(new HolderOptions { Seed = Seed }, PuffProfile.ByName("natural", Seed), samples.Add);
        List<TraceSample> heated = [.. samples.Where(sample => sample.SetpointCelsius > 0)];
        double start = heated[0].Seconds;
        Save(folder, "control-session.svg", Session(heated, start));
        Save(folder, "control-rise.svg", Rise(heated, start));
        Save(folder, "control-population.svg", Figures(population, report));
    }

    private static CurvePlot Session(List<TraceSample> samples, double start) =>
        new CurvePlot(
            "The nominal unit with natural puffs: heater and set point",
            new PlotAxis(0, 400, 50, "s since the start"),
            new PlotAxis(325, 350, 5, "°C"))
            .Add("heater", samples.Select(sample => (sample.Seconds - start, sample.HeaterCelsius)))
            .Add("set point", samples.Select(sample => (sample.Seconds - start, sample.SetpointCelsius)))
            .Add("power, 325 + W", samples.Select(sample => (sample.Seconds - start, 325 + sample.HeaterWatts)));

    private static CurvePlot Rise(List<TraceSample> samples, double start)
    {
        List<TraceSample> first = [.. samples.Where(sample => sample.Seconds - start <= RiseSeconds)];
        return new CurvePlot(
            "Its rise: all the supply gives, and the switch-over",
            new PlotAxis(0, RiseSeconds, 1, "s since the start"),
            new PlotAxis(0, 360, 40, "°C"))
            .Add("heater", first.Select(sample => (sample.Seconds - start, sample.HeaterCelsius)))
            .Add("stick", first.Select(sample => (sample.Seconds - start, sample.StickCelsius)))
            .Add("power, 20 x W", first.Select(sample => (sample.Seconds - start, 20 * sample.HeaterWatts)));
    }

    private static CurvePlot Figures(PopulationOptions population, PopulationReport report) =>
        new CurvePlot(
            $"{report.Played} sessions of seed {population.Seed}, ±{population.Spread * 100:F0} %: share of the sessions at or below",
            new PlotAxis(0, 5, 0.5, "°C; % of the shortest rise"),
            new PlotAxis(0, 100, 10, "%"))
            .Add("rise over the shortest possible", Distribution(report.TimeOptimalRatio, ratio => 100 * (ratio - 1)))
            .Add("overshoot", Distribution(report.OvershootCelsius, celsius => celsius))
            .Add("droop in puffs beyond physics", Distribution(report.DroopBeyondPhysicsCelsius, celsius => celsius))
            .Add("droop in puffs", Distribution(report.PuffDroopCelsius, celsius => celsius));

    private static IEnumerable<(double X, double Y)> Distribution(Spreading figure, Func<double, double> shown) =>
        Enumerable.Range(1, 100).Where(_ => figure.Count > 0).Select(percent => (shown(figure.Percentile(percent)!.Value), (double)percent));

    private static void Save(string folder, string name, CurvePlot plot)
    {
        using var file = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        plot.Write(file);
    }
}
