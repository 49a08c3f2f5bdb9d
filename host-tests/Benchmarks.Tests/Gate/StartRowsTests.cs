using System.Globalization;
using IqosDevice.Benchmarks.Gate;
using IqosDevice.Cli.Tests;
using IqosDevice.Emulator.Holder.Sessions.Starts;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Benchmarks.Tests.Gate;

public sealed class StartRowsTests
{
    [Fact]
    public void Writes_a_row_a_start_under_a_header_of_as_many_columns()
    {
        using var folder = new TemporaryFolder();
        StartDraw draw = StartDraw.Of(1, 7);
        var allKnowing = new AllKnowingGate(SessionJoules: 900, StoredJoules: 1200, Gives: false);
        var report = new StartReport(
        [
            new(draw, StartRefusal.Energy, SessionEndReason.None, CouldHaveLasted: true, allKnowing),
            new(StartDraw.Of(1, 3), StartRefusal.None, SessionEndReason.Puffs, CouldHaveLasted: false),
        ]);

        StartRows.Write(folder.File("starts.csv"), report);

        string[][] lines = [.. File.ReadAllLines(folder.File("starts.csv")).Select(static line => line.Split(','))];
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(line => line.Length == lines[0].Length);
        lines.Skip(1).Select(static line => line[0]).ShouldBe(["3", "7"]);
        Value("lasts").ShouldBe("True");
        Value("refusal").ShouldBe("Energy");
        Value("gives").ShouldBe("False");
        Value("stores").ShouldBe("True");
        double.Parse(Value("celsius"), CultureInfo.InvariantCulture).ShouldBe(draw.AmbientCelsius, 0.01);

        string Value(string column) => lines[2][Array.IndexOf(lines[0], column)];
    }
}
