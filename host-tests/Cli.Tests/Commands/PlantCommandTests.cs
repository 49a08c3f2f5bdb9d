using System.Text.Json;

namespace IqosDevice.Cli.Tests.Commands;

public sealed class PlantCommandTests
{
    [Fact]
    public async Task A_measured_step_is_identified_as_json_with_curves_and_a_drawing()
    {
        using var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "step.csv");
        string csv = Path.Combine(folder.Path, "curves.csv");
        string svg = Path.Combine(folder.Path, "curves.svg");
        await WriteStepAsync(data);

        CommandLine result = await CommandLine.RunAsync(
            "plant", "identify", "--data", data, "--format", "json", "--csv", csv, "--svg", svg);

        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        using JsonDocument json = JsonDocument.Parse(result.Out);
        JsonElement zone = json.RootElement.GetProperty("zones")[0];

        // Gain and sag of the supply are told apart by their prior alone where the input has one level above rest; what
        // reaches the heater at that level is not.
        double sag = zone.GetProperty("supplySag").GetDouble();
        (zone.GetProperty("gainKelvinPerSecond").GetDouble() * (1 - (0.8 * sag))).ShouldBe(0.5, 0.05);

        zone.GetProperty("heaterToAmbientPerSecond").GetDouble().ShouldBe(0.01, 0.001);
        json.RootElement.GetProperty("heldOutRmsCelsius").GetDouble().ShouldBeLessThan(0.2);
        File.ReadAllLines(csv).Length.ShouldBe(401);
        File.ReadAllText(svg).ShouldStartWith("<svg ");
    }

    [Fact]
    public async Task A_prediction_beyond_the_limit_is_a_failure()
    {
        using var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "step.csv");
        await WriteStepAsync(data);

        CommandLine result = await CommandLine.RunAsync("plant", "identify", "--data", data, "--limit", "0.000001");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Out.ShouldContain("NOT within");
    }

    [Fact]
    public async Task The_hint_after_a_usage_error_names_the_whole_command() =>
        (await CommandLine.RunAsync("plant", "identify")).Error.ShouldContain("iqos-emulator plant identify --help");

    [Fact]
    public async Task A_file_that_cannot_be_understood_is_named_with_line_and_column()
    {
        using var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "bad.csv");
        await File.WriteAllTextAsync(data, "time,heater,temp\n0,0,21\n1,x,21\n", TestContext.Current.CancellationToken);

        CommandLine result = await CommandLine.RunAsync("plant", "identify", "--data", data);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("bad.csv: Line 3, column 2 (heater): 'x' is not a number.");
        result.Error.ShouldContain("hint: ");
    }

    // A heater of 0.5 K/s at full input and a loss of 0.01 1/s, read by a sensor that lags 15 s; small steps of Euler.
    private static Task WriteStepAsync(string path)
    {
        List<string> lines = ["time,heater (%),temperature (degC)"];
        double heater = 0;
        double sensor = 0;
        for (int row = 0; row < 400; row++)
        {
            int percent = row < 10 ? 0 : row / 90 % 2 == 0 ? 80 : 10;
            lines.Add($"{row},{percent},{21 + sensor:F4}");
            for (int step = 0; step < 100; step++)
            {
                sensor += 0.01 * (heater - sensor) / 15;
                heater += 0.01 * ((0.5 * percent / 100) - (0.01 * heater));
            }
        }

        return File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
    }
}
