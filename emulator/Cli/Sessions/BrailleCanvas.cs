using System.Text;

namespace IqosDevice.Cli.Sessions;

/// <summary>Dots in a terminal: each character cell holds 2 x 4 of them (Unicode block 2800, Braille patterns).</summary>
internal sealed class BrailleCanvas
{
    private const int CellWidthDots = 2;
    private const int CellHeightDots = 4;
    private const char EmptyCell = '\u2800';

    // Bit of the dot at (row, column) in a cell: the patterns number dots 1-3 and 7 left, 4-6 and 8 right.
    private static readonly byte[,] DotBits =
    {
        { 0x01, 0x08 },
        { 0x02, 0x10 },
        { 0x04, 0x20 },
        { 0x40, 0x80 },
    };

    private readonly byte[,] cells;

    public BrailleCanvas(int widthCells, int heightCells)
    {
        cells = new byte[heightCells, widthCells];
        WidthDots = widthCells * CellWidthDots;
        HeightDots = heightCells * CellHeightDots;
    }

    public int WidthDots { get; }

    public int HeightDots { get; }

    /// <summary>Sets a dot; (0, 0) is at the bottom left, and what lies outside is left out.</summary>
    public void Set(int x, int y)
    {
        if (x < 0 || x >= WidthDots || y < 0 || y >= HeightDots)
        {
            return;
        }

        int row = HeightDots - 1 - y;
        cells[row / CellHeightDots, x / CellWidthDots] |= DotBits[row % CellHeightDots, x % CellWidthDots];
    }

    /// <summary>Sets all dots of a column between two heights, both included.</summary>
    public void SetColumn(int x, int fromY, int toY)
    {
        for (int y = Math.Max(0, Math.Min(fromY, toY)); y <= Math.Min(HeightDots - 1, Math.Max(fromY, toY)); y++)
        {
            Set(x, y);
        }
    }

    /// <summary>A row of cells as text; row 0 is at the top. Empty cells are blanks.</summary>
    public string RowText(int row)
    {
        var text = new StringBuilder(cells.GetLength(1));
        for (int column = 0; column < cells.GetLength(1); column++)
        {
            byte dots = cells[row, column];
            text.Append(dots == 0 ? ' ' : (char)(EmptyCell + dots));
        }

        return text.ToString();
    }
}
