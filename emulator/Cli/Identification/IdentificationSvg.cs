using System.Security;
using IqosDevice.Emulator.Identification;

namespace IqosDevice.Cli.Identification;

/// <summary>A drawing of what was measured (dots), what is predicted (lines), and the inputs below.</summary>
internal sealed class IdentificationSvg
{
    private const int Width = 760;
    private const int Height = 420;
    private const int Left = 56;
    private const int Right = 744;
    private const int Top = 48;
    private const int CurveBottom = 300;
    private const int InputTop = 320;
    private const int InputBottom = 384;

    private static readonly string[] Colours = ["#b3261e", "#0b57d0"];

    private readonly IdentificationReport report;
    private readonly MeasuredRun run;
    private readonly TextWriter output;
    private readonly double lowest;
    private readonly double highest;

    private IdentificationSvg(IdentificationReport report, TextWriter output)
    {
        this.report = report;
        this.output = output;
        run = report.Plant.Run;
        IEnumerable<double> all = run.Zones.SelectMany(zone => zone.Celsius)
            .Concat(report.Plant.Zones.SelectMany(zone => zone.PredictedCelsius));
        lowest = Math.Floor(all.Min() / 10) * 10;
        highest = Math.Ceiling(all.Max() / 10) * 10;
    }

    public static void Write(IdentificationReport report, TextWriter output) => new IdentificationSvg(report, output).Write();

    private void Write()
    {
        output.WriteLine(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        output.WriteLine($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        string rms = string.Join(" and ", report.Plant.Zones.Select(zone => $"{zone.HeldOut.RmsCelsius:F2}"));
        Text(Left, 20, $"{report.File}: dots measured, lines predicted by the inputs alone; second half {rms} °C rms", "start");
        WriteAxes();
        for (int i = 0; i < run.Zones.Count; i++)
        {
            WriteZone(i);
        }

        output.WriteLine("</svg>");
    }

    private void WriteAxes()
    {
        double split = X(report.SplitSeconds);
        output.WriteLine(
            $"<rect x=\"{split:F1}\" y=\"{Top}\" width=\"{Right - split:F1}\" height=\"{InputBottom - Top}\" fill=\"#f1f3f4\"/>");
        Text((Left + split) / 2, Top - 6, "fitted", "middle");
        Text((split + Right) / 2, Top - 6, "predicted", "middle");
        for (double celsius = lowest; celsius <= highest; celsius += 10)
        {
            output.WriteLine($"<path d=\"M{Left} {Y(celsius):F1}H{Right}\" stroke=\"#ccc\" stroke-width=\"0.5\"/>");
            Text(Left - 6, Y(celsius) + 4, celsius > highest - 5 ? $"{celsius:F0} °C" : $"{celsius:F0}", "end");
        }

        Text(Left - 6, InputTop + 8, "100 %", "end");
        Text(Left - 6, InputBottom, "0", "end");
        for (double seconds = 0; seconds <= run.Seconds[^1]; seconds += 100)
        {
            Text(X(seconds), Height - 16, $"{seconds:F0} s", "middle");
        }
    }

    private void WriteZone(int zone)
    {
        string colour = Colours[zone];
        double[] measured = run.Zones[zone].Celsius;
        double[] predicted = report.Plant.Zones[zone].PredictedCelsius;
        double[] input = run.Zones[zone].Input;
        IEnumerable<int> rows = Enumerable.Range(0, run.RowCount);
        string dots = string.Concat(rows.Select(row => $"M{X(run.Seconds[row]):F1} {Y(measured[row]):F1}h0"));
        string line = string.Concat(rows.Select(row => $"{(row == 0 ? 'M' : 'L')}{X(run.Seconds[row]):F1} {Y(predicted[row]):F1}"));
        string steps = string.Concat(rows.Where(row => row == 0 || input[row] != input[row - 1] || row == run.RowCount - 1).Select(
            row => row == 0 ? $"M{Left} {InputY(input[0]):F1}" : $"H{X(run.Seconds[row]):F1}V{InputY(input[row]):F1}"));
        output.WriteLine(
            $"<path d=\"{dots}\" stroke=\"{colour}\" stroke-width=\"3\" stroke-linecap=\"round\" opacity=\"0.35\" fill=\"none\"/>");
        output.WriteLine($"<path d=\"{line}\" stroke=\"{colour}\" stroke-width=\"1.5\" fill=\"none\"/>");
        output.WriteLine($"<path d=\"{steps}\" stroke=\"{colour}\" stroke-width=\"1\" fill=\"none\"/>");
        Text(Left + 8, Top + 16 + (16 * zone), run.Zones[zone].Name, "start", colour);
    }

    private void Text(double x, double y, string text, string anchor, string colour = "#333") => output.WriteLine(
        $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{SecurityElement.Escape(text)}</text>");

    private double X(double seconds) => Left + ((Right - Left) * seconds / run.Seconds[^1]);

    private double Y(double celsius) => CurveBottom - ((CurveBottom - Top) * (celsius - lowest) / (highest - lowest));

    private static double InputY(double input) => InputBottom - ((InputBottom - InputTop) * input);
}
