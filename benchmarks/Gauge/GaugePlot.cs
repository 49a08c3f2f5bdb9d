using System.Globalization;
using System.Text;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>Draws the errors of all estimators over one file, as SVG.</summary>
internal static class GaugePlot
{
    private const int Width = 720;
    private const int Height = 300;
    private const int Left = 50;
    private const int Top = 30;
    private const int Bottom = 40;
    private const double HighestPercent = 10;
    private const int MostPoints = 500;

    private static readonly string[] Colours = ["#0a7", "#c60", "#888"];

    /// <summary>Writes one drawing.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="log">The cycle.</param>
    /// <param name="curves">Of each estimator its name and its error at each row, points of charge.</param>
    public static void Write(string path, CellLog log, IReadOnlyList<(string Name, double[] Errors)> curves)
    {
        double span = log.Rows[^1].Seconds - log.Rows[0].Seconds;
        var svg = new StringBuilder();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Line($"<text x=\"{Left}\" y=\"18\">{log.File}: error of the charge, points, sensor errors injected</text>");
        for (int percent = (int)-HighestPercent; percent <= HighestPercent; percent += 5)
        {
            double y = YOf(percent);
            Line($"<path d=\"M{Left} {y:0.0}H{Width - 10}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.0}\" text-anchor=\"end\">{percent}</text>");
        }

        for (int i = 0; i < curves.Count; i++)
        {
            Line($"<path d=\"{PathOf(log, curves[i].Errors, span)}\" fill=\"none\" stroke=\"{Colours[i % Colours.Length]}\"/>");
            Line($"<text x=\"{Left + (i * 150)}\" y=\"{Height - 8}\" fill=\"{Colours[i % Colours.Length]}\">{curves[i].Name}</text>");
        }

        Line($"<text x=\"{Width - 10}\" y=\"{Height - 8}\" text-anchor=\"end\">{span / 60:0} min</text>");
        Line($"</svg>");
        File.WriteAllText(path, svg.ToString());

        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string PathOf(CellLog log, double[] errors, double span)
    {
        var path = new StringBuilder();
        int stride = Math.Max(1, errors.Length / MostPoints);
        for (int i = 0; i < errors.Length; i += stride)
        {
            double x = Left + ((Width - Left - 10) * (log.Rows[i].Seconds - log.Rows[0].Seconds) / span);
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.0} {YOf(Math.Clamp(errors[i], -HighestPercent, HighestPercent)):0.0}");
        }

        return path.ToString();
    }

    private static double YOf(double percent) =>
        Top + ((Height - Top - Bottom) * (HighestPercent - percent) / (2 * HighestPercent));
}
