using IqosDevice.Cli.Sessions;

namespace IqosDevice.Cli.Tests.Sessions;

public sealed class TimeChartTests
{
    [Fact]
    public void A_dot_has_its_place_in_the_cell()
    {
        var canvas = new BrailleCanvas(widthCells: 2, heightCells: 1);

        canvas.Set(0, 0);
        canvas.Set(3, 3);

        canvas.RowText(0).ShouldBe("\u2840\u2808");
    }

    [Fact]
    public void Dots_outside_are_left_out()
    {
        var canvas = new BrailleCanvas(widthCells: 1, heightCells: 1);

        canvas.Set(-1, 0);
        canvas.Set(2, 0);
        canvas.Set(0, 4);
        canvas.SetColumn(0, -5, -1);

        canvas.RowText(0).ShouldBe(" ");
    }

    [Fact]
    public void A_rising_line_goes_from_the_bottom_left_to_the_top_right()
    {
        string[] rows = Draw([0, 10], [0, 100]);

        rows[1].ShouldStartWith("   100 │");
        rows[^1].ShouldStartWith("     0 │");
        rows[1].Length.ShouldBe("   100 │".Length + 70);
        rows[^1]["     0 │".Length].ShouldNotBe(' ');
    }

    [Fact]
    public void A_step_leaves_no_gap()
    {
        string[] rows = Draw([0, 5, 5, 10], [0, 0, 100, 100]);

        rows[1..].ShouldAllBe(row => row.TrimEnd().Length > "   100 │".Length);
    }

    [Fact]
    public void Values_outside_the_scale_stay_on_the_canvas()
    {
        string[] rows = Draw([0, 1, 2], [-1000, double.MaxValue, 50]);

        rows.Length.ShouldBe(5);
        rows.ShouldAllBe(row => row.Length <= 80);
    }

    [Fact]
    public void A_single_sample_is_drawn() => Draw([3], [100])[1].TrimEnd().Length.ShouldBe("   100 │".Length + 1);

    private static string[] Draw(double[] seconds, double[] values)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new TimeChart("title", heightCells: 4, low: 0, high: 100).Write(seconds, values, output);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
