using System.Text.Json;

namespace IqosDevice.Cli.Tests.Commands;

public sealed class DecodeCommandTests
{
    [Fact]
    public async Task A_right_frame_is_explained_field_by_field()
    {
        CommandLine result = await CommandLine.RunAsync("decode", "00C9440402FF00005A");

        result.ExitCode.ShouldBe(ExitCode.Success);
        result.Out.ShouldContain("  Lock\n");
        result.Out.ShouldContain("to the holder");
        result.Out.ShouldContain("locked");
        result.Out.ShouldContain("right");
        result.Error.ShouldContain("1 decoded, 0 wrong");
    }

    [Fact]
    public async Task A_wrong_checksum_is_named_with_the_right_one_and_fails()
    {
        CommandLine result = await CommandLine.RunAsync("decode", "00C00100F6");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Out.ShouldContain("WRONG, CRC8 F6, expected 15");
    }

    [Theory]
    [InlineData("00c0010015")]
    [InlineData("00 C0 01 00 15")]
    [InlineData("00:c0:01:00:15")]
    [InlineData("00-C0-01-00-15")]
    [InlineData("0x00C0010015")]
    [InlineData("0x00 0xC0 0x01 0x00 0x15")]
    [InlineData("00", "C0", "01", "00", "15")]
    [InlineData("0x00", "0xC0", "0x01", "0x00", "0x15")]
    public async Task Hex_is_read_in_every_usual_form(params string[] hex)
    {
        CommandLine result = await CommandLine.RunAsync(["decode", .. hex]);

        result.ExitCode.ShouldBe(ExitCode.Success);
        result.Out.ShouldContain("frame: 00 C0 01 00 15");
    }

    [Theory]
    [InlineData("00C0G1", "'G' at position 5")]
    [InlineData("00C", "half a byte at position 3")]
    [InlineData("00 C 01", "half a byte at position 4")]
    [InlineData("", "no hex digits")]
    public async Task Bad_hex_is_a_usage_error_with_its_position(string hex, string message)
    {
        CommandLine result = await CommandLine.RunAsync("decode", hex);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Bad_hex_among_several_frames_names_the_frame()
    {
        CommandLine result = await CommandLine.RunAsync("decode", "00C0010015", "00C001ZZ15");

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("frame 2");
        result.Error.ShouldContain("position 7");
    }

    [Fact]
    public async Task Json_is_an_array_with_an_object_a_frame()
    {
        CommandLine result = await CommandLine.RunAsync("decode", "00C0010015", "00C00100F6", "--format", "json");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        using JsonDocument document = JsonDocument.Parse(result.Out);
        document.RootElement.GetArrayLength().ShouldBe(2);
        JsonElement wrong = document.RootElement[1];
        wrong.GetProperty("correct").GetBoolean().ShouldBeFalse();
        wrong.GetProperty("problems")[0].GetString().ShouldBe("CRC8 F6, expected 15");
        wrong.GetProperty("fields").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task A_missing_file_is_a_usage_error()
    {
        CommandLine result = await CommandLine.RunAsync("decode", "--file", "no-such-file.csv");

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("no-such-file.csv");
    }

    [Fact]
    public async Task A_file_with_bad_hex_names_the_file_the_line_and_the_column()
    {
        using var file = new TemporaryFile("id,hex\nfirst,00C0010015\nsecond,00C0X10015\n");

        CommandLine result = await CommandLine.RunAsync("decode", "--file", file.Path);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain($"{file.Path}: line 3: column 2 (hex): 'X' at position 5");
    }

    [Fact]
    public async Task Hex_and_a_file_together_are_a_usage_error()
    {
        CommandLine result = await CommandLine.RunAsync("decode", "00C0010015", "--file", "captures.csv");

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("not both");
    }

    [Fact]
    public async Task Every_row_of_the_collected_captures_is_decoded()
    {
        string captures = FindUpwards("../shared/protocol/captures.csv") ?? string.Empty;
        Assert.SkipWhen(captures.Length == 0, "The collected captures are not at hand; the other tests restate them.");

        CommandLine result = await CommandLine.RunAsync("decode", "--file", captures, "--format", "json");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        string[] lines = await File.ReadAllLinesAsync(captures, TestContext.Current.CancellationToken);
        int bad = lines.Count(line => line.Contains(",bad,", StringComparison.Ordinal));
        result.Error.ShouldContain($"{lines.Count(line => line.Length > 0) - 1} decoded, {bad} wrong");
        result.Out.ShouldNotContain("Unknown command");
    }

    /// <summary>A path relative to the folder of the solution, if it is there.</summary>
    private static string? FindUpwards(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IqosDevice.sln")))
            {
                string found = Path.GetFullPath(Path.Combine(folder.FullName, path));
                return File.Exists(found) ? found : null;
            }
        }

        return null;
    }
}
