using System.Text;
using IqosDevice.Emulator.Identification;

namespace IqosDevice.Emulator.Tests.Identification;

public sealed class MeasuredRunCsvTests
{
    [Theory]
    [InlineData("", 0, 150, 299.5, 0.1, TemperatureUnit.Kelvin, 255)]
    [InlineData("time,voltage,temperature", 0, 255, 73.1, 0.2, TemperatureUnit.Fahrenheit, 255)]
    [InlineData("Time (sec), Heater 1 (%), Temperature 1 (degC)", 0, 80, 21, 0.1, TemperatureUnit.Celsius, 100)]
    [InlineData("", 0, 1, 21, 0.1, TemperatureUnit.Celsius, 1)]
    public void Columns_units_and_scale_are_found_out(
        string header, double off, double on, double start, double slope, TemperatureUnit unit, double scale)
    {
        MeasuredRun run = MeasuredRunCsv.Parse(Csv(header, row => $"{row},{(row < 5 ? off : on)},{start + (row * slope)}"), new());

        run.Layout.ShouldEndWith(unit.ToString());
        MeasuredZone zone = run.Zones.ShouldHaveSingleItem();
        zone.Input[^1].ShouldBe(on / scale, 1e-9);
        zone.Celsius[0].ShouldBeInRange(20, 27);
    }

    [Fact]
    public void Two_heaters_without_a_header_are_told_apart_by_what_jumps()
    {
        MeasuredRun run = MeasuredRunCsv.Parse(
            Csv("", row => $"{row * 3},{(row < 5 ? 100 : 20)},{(row < 9 ? 0 : 60)},{21 + (row * 0.3)},{20 + (row * 0.1)}"), new());

        run.Zones.Count.ShouldBe(2);
        run.Zones[0].Input[0].ShouldBe(1);
        run.Zones[1].Input[10].ShouldBe(0.6);
        run.Zones[1].Celsius[10].ShouldBe(21, 1e-9);
    }

    [Fact]
    public void Set_points_are_not_taken_for_inputs()
    {
        MeasuredRun run = MeasuredRunCsv.Parse(
            Csv("Time;Heater 1;Temperature 1;Set Point 1", row => $"{row};{row * 3 % 90};{21 + (row * 0.1)};{(row < 9 ? 23 : 40)}"), new());

        run.Layout.ShouldStartWith("time Time; input Heater 1, full at 100; temperature Temperature 1");
    }

    [Fact]
    public void Options_overrule_what_would_be_found()
    {
        MeasuredRun run = MeasuredRunCsv.Parse(
            Csv("a,b,c", row => $"{row},{300 + row},{row % 7}"),
            new() { TimeColumn = "a", InputColumns = ["3"], TemperatureColumns = ["B"], Unit = TemperatureUnit.Celsius, InputScale = 10 });

        run.Zones[0].Celsius[0].ShouldBe(300);
        run.Zones[0].Input[6].ShouldBe(0.6);
    }

    [Theory]
    [InlineData("7,x,21", "Line 8, column 2 (column 2): 'x' is not a number.")]
    [InlineData("7,NaN,21", "Line 8, column 2 (column 2): 'NaN' is not a number.")]
    [InlineData("7,0", "Line 8, column 3: 3 columns are wanted as on the first line, 2 are there.")]
    public void A_bad_row_is_named_by_line_and_column(string bad, string message) =>
        Refusal(Csv("", row => row == 7 ? bad : $"{row},{(row < 5 ? 0 : 50)},{21 + (row * 0.1)}")).ShouldBe(message);

    [Fact]
    public void A_time_that_does_not_advance_is_named_by_line_and_column() =>
        Refusal(Csv("time,heater,temp", row => $"{(row == 7 ? 6 : row)},{row},{21 + (row * 0.1)}"))
            .ShouldBe("Line 9, column 1 (time): the time 6 does not advance from 6.");

    [Fact]
    public void An_input_beyond_the_scale_is_named_by_line_and_column() =>
        Refusal(Csv("time,heater (%),temp", row => $"{row},{(row == 7 ? 101 : 50)},{21 + (row * 0.1)}"))
            .ShouldStartWith("Line 9, column 2 (heater (%)): 101 is not within 0 to 100");

    [Fact]
    public void A_heater_that_is_never_on_is_refused() =>
        Refusal(Csv("time,heater,temp", row => $"{row},0,{21 + (row * 0.1)}")).ShouldContain("off all through the first half");

    [Theory]
    [InlineData("")]
    [InlineData("1,2,3")]
    [InlineData("time,heater,temp\n1,2,3")]
    public void Files_with_too_little_are_refused(string text) =>
        Should.Throw<FormatException>(() => MeasuredRunCsv.Parse(text, new())).Message.ShouldNotBeEmpty();

    private static string Refusal(string text) => Should.Throw<FormatException>(() => MeasuredRunCsv.Parse(text, new())).Message;

    private static string Csv(string header, Func<int, string> row)
    {
        StringBuilder text = new(header.Length > 0 ? header + "\r\n" : string.Empty);
        for (int i = 0; i < 30; i++)
        {
            text.Append(row(i)).Append("\r\n");
        }

        return text.ToString();
    }
}
