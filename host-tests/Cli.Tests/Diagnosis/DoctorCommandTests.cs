using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace IqosDevice.Cli.Tests.Diagnosis;

/// <summary>On the machine that runs the tests: the SDK is there, or they would not run.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public async Task What_is_needed_is_there_and_the_report_is_for_people()
    {
        using var state = new TemporaryFolder();

        CommandLine result = await CommandLine.RunAsync("doctor", "--state", state.Path);

        result.ExitCode.ShouldBe(ExitCode.Success, result.Out);
        result.Out.ShouldContain(".NET SDK");
        result.Out.ShouldContain("tshark");
        result.Error.ShouldStartWith("all that is needed is there");
    }

    [Fact]
    public async Task Something_needed_in_use_is_exit_code_1_and_the_report_is_for_programs()
    {
        using var state = new TemporaryFolder();
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        string address = $"tcp:{((IPEndPoint)occupied.LocalEndpoint).Port}";

        CommandLine result = await CommandLine.RunAsync("doctor", "--state", state.Path, "--control", address, "--format", "json");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(result.Out);
        report.GetProperty("ready").GetBoolean().ShouldBeFalse();
        JsonElement control = report.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("name").GetString() == "control");
        control.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["name", "needed", "status", "detail", "purpose", "use", "advice"]);
        control.GetProperty("needed").GetBoolean().ShouldBeTrue();
        control.GetProperty("status").GetString().ShouldBe("inUse");
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        using var state = new TemporaryFolder();

        await CommandLine.RunAsync("doctor", "--state", state.Path);

        Directory.EnumerateFileSystemEntries(state.Path).ShouldBeEmpty();
    }
}
