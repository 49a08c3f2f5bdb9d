namespace IqosDevice.Cli.Sessions;

/// <summary>One curve over time, drawn with Braille dots, at most 80 columns wide.</summary>
internal sealed class TimeChart
{
    private const int WidthCells = 70;
    private const int LabelWidth = 6;

    private readonly string title;
    private readonly int heightCells;
    private readonly double low;
    private readonly double high;

    /// <param name="title">What is drawn, with its unit.</param>
    /// <param name="heightCells">Lines of the drawing.</param>
    /// <param name="low">Value at the bottom.</param>
    /// <param name="high">Value at the top, above <paramref name="low"/>.</param>
    public TimeChart(string title, int heightCells, double low, double high)
    {
        this.title = title;
        this.heightCells = heightCells;
        this.low = low;
        this.high = high;
    }

    /// <summary>Draws samples in order of time; each column of dots spans what falls into it.</summary>
    /// <param name="seconds">Times of the samples.</param>
    /// <param name="values">Values of the samples, as many.</param>
    /// <param name="output">Gets the lines.</param>
    public void Write(IReadOnlyList<double> seconds, IReadOnlyList<double> values, TextWriter output)
    {
        output.WriteLine(title);
        BrailleCanvas canvas = Draw(seconds, values);
        for (int row = 0; row < heightCells; row++)
        {
            string label = row == 0 ? $"{high:0.#}" : row == heightCells - 1 ? $"{low:0.#}" : string.Empty;
            output.WriteLine($"{label,LabelWidth} │{canvas.RowText(row)}".TrimEnd());
        }
    }

    /// <summary>The time axis below the last chart.</summary>
    public static void WriteAxis(double endSeconds, TextWriter output)
    {
        string end = $"{endSeconds:0} s";
        string middle = $"{endSeconds / 2:0} s";
        string indent = new(' ', LabelWidth + 1);
        output.WriteLine($"{indent}└{new string('─', WidthCells)}");
        output.WriteLine($"{indent} 0{middle.PadLeft((WidthCells / 2) + 1)}{end.PadLeft(WidthCells - (WidthCells / 2) - 2)}");
    }

    private BrailleCanvas Draw(IReadOnlyList<double> seconds, IReadOnlyList<double> values)
    {
        var canvas = new BrailleCanvas(WidthCells, heightCells);
        if (seconds.Count == 0)
        {
            return canvas;
        }

        double start = seconds[0];
        double span = Math.Max(seconds[^1] - start, double.Epsilon);
        int previousX = 0;
        int previousY = ToDots(canvas, values[0]);
        for (int index = 0; index < seconds.Count; index++)
        {
            int x = (int)((seconds[index] - start) / span * (canvas.WidthDots - 1));
            int y = ToDots(canvas, values[index]);

            // Within a column, and from one column to the next, the curve is one line without gaps.
            canvas.SetColumn(x, x == previousX ? previousY : y, y);
            for (int between = previousX + 1; between <= x; between++)
            {
                canvas.SetColumn(between, previousY, y);
            }

            previousX = x;
            previousY = y;
        }

        return canvas;
    }

    private int ToDots(BrailleCanvas canvas, double value) =>
        (int)Math.Round(Math.Clamp((value - low) / (high - low), 0, 1) * (canvas.HeightDots - 1));
}
