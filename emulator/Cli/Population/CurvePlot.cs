using System.Security;

namespace IqosDevice.Cli.Population;

/// <summary>Curves over one pair of linear axes, as SVG.</summary>
/// <param name="title">Line above the drawing.</param>
/// <param name="horizontal">Bounds, step of the grid and unit of the horizontal axis.</param>
/// <param name="vertical">The same of the vertical one; what lies outside is drawn at the edge.</param>
internal sealed class CurvePlot(string title, PlotAxis horizontal, PlotAxis vertical)
{
    private const int Width = 760;
    private const int Height = 360;
    private const int Left = 64;
    private const int Right = 744;
    private const int Top = 40;
    private const int Bottom = 316;

    private static readonly string[] Colours = ["#b3261e", "#0b57d0", "#146c2e", "#7a4f01"];

    private readonly List<(string Name, IReadOnlyList<(double X, double Y)> Points)> curves = [];

    /// <summary>Adds a curve; colours follow the order.</summary>
    public CurvePlot Add(string name, IEnumerable<(double X, double Y)> points)
    {
        curves.Add((name, [.. points]));
        return this;
    }

    public void Write(TextWriter output)
    {
        output.WriteLine(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        output.WriteLine($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Text(output, Left, 20, title, "start");
        for (double x = horizontal.Lowest; x <= horizontal.Highest; x += horizontal.Step)
        {
            output.WriteLine($"<path d=\"M{X(x):F1} {Top}V{Bottom}\" stroke=\"#ccc\" stroke-width=\"0.5\"/>");
            Text(output, X(x), Bottom + 18, $"{x:0.##}", "middle");
        }

        for (double y = vertical.Lowest; y <= vertical.Highest; y += vertical.Step)
        {
            output.WriteLine($"<path d=\"M{Left} {Y(y):F1}H{Right}\" stroke=\"#ccc\" stroke-width=\"0.5\"/>");
            Text(output, Left - 6, Y(y) + 4, $"{y:0.##}", "end");
        }

        Text(output, Right, Bottom + 36, horizontal.Unit, "end");
        Text(output, Left, Top - 6, vertical.Unit, "end");
        for (int i = 0; i < curves.Count; i++)
        {
            string colour = Colours[i % Colours.Length];
            string line = string.Concat(curves[i].Points.Select((point, at) => $"{(at == 0 ? 'M' : 'L')}{X(point.X):F1} {Y(point.Y):F1}"));
            output.WriteLine($"<path d=\"{line}\" stroke=\"{colour}\" stroke-width=\"1.5\" fill=\"none\"/>");
            Text(output, Right - 8, Bottom - 8 - (16 * (curves.Count - 1 - i)), curves[i].Name, "end", colour);
        }

        output.WriteLine("</svg>");
    }

    private static void Text(TextWriter output, double x, double y, string text, string anchor, string colour = "#333") => output.WriteLine(
        $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{SecurityElement.Escape(text)}</text>");

    private double X(double x) => Left + ((Right - Left) * horizontal.ShareOf(x));

    private double Y(double y) => Bottom - ((Bottom - Top) * vertical.ShareOf(y));
}
