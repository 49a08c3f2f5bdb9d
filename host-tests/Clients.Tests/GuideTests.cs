using System.Text.Json;

namespace IqosDevice.Clients.Tests;

/// <summary>The samples of docs/app-teams.md do what they say, exactly as they are written.</summary>
public sealed class GuideTests(WalkTests.Fixture fixture) : IClassFixture<WalkTests.Fixture>, IDisposable
{
    private const int TimeoutMs = 120_000;
    private const string Model = "ILUMA i";

    private readonly string folder = Directory.CreateTempSubdirectory("iqos-guide").FullName;

    [Fact(Timeout = TimeoutMs)]
    public async Task Bluetoothctl()
    {
        InstalledClient.Bluetoothctl.Require();
        string[] typed = Guide.Sample("bluetoothctl", string.Empty).Replace("ADDRESS", fixture.Emulator.DeviceAddress, StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        typed[0].ShouldBe("bluetoothctl");
        await using ProgramRun session = ProgramRun.Start(InstalledClient.Bluetoothctl.Program, [], fixture.Emulator.BusVariable);
        await session.WaitForLineAsync("Agent registered");
        foreach (string command in typed[1..])
        {
            await session.WriteLineAsync(command);
            if (AnswerTo(command) is { } answer)
            {
                await session.WaitForLineAsync(answer);
            }
        }
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Bleak()
    {
        InstalledClient.Bleak.Require();
        string program = Write("sample.py", Guide.Sample("Python, bleak", "python"));
        (await RunAsync(InstalledClient.Bleak.Program, program)).ShouldContain(line => line.Contains(Model));
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Node()
    {
        InstalledClient.NodeBle.Require();
        string program = Write("sample.js", Guide.Sample("Node", "js"));
        (await RunAsync(InstalledClient.NodeBle.Program, program)).ShouldContain(line => line.Contains(Model));
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Web_Bluetooth()
    {
        InstalledClient.Chromium.Require();
        await using ChromiumPage page = await ChromiumPage.OpenAsync(fixture.Emulator);
        string sample = Guide.Sample("Web Bluetooth", "js");
        JsonElement said = await page.EvaluateAsync(
            $"(async () => {{ let said = ''; const console = {{ log: text => said += text }}; {sample}; device.gatt.disconnect(); return said }})()");
        said.GetString()!.ShouldContain(Model);
    }

    /// <summary>The step of a workflow, by the shell that would run it, in a folder with the tool and the sample for bleak.</summary>
    [Fact(Timeout = TimeoutMs)]
    public async Task GitHub_Actions()
    {
        InstalledClient.Bleak.Require();
        Directory.CreateDirectory(Path.Combine(folder, "tools"));
        string tool = Write(Path.Combine("tools", "iqos-emulator"), $"""
            #!/bin/sh
            exec dotnet "{Path.Combine(AppContext.BaseDirectory, "iqos-emulator.dll")}" "$@" --state "{folder}/state"
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Write("model.py", Guide.Sample("Python, bleak", "python"));
        string[] yaml = Guide.Sample("GitHub Actions", "yaml").Split('\n');
        yaml[0].ShouldBe("- run: |");

        await using ProgramRun shell = ProgramRun.Start(
            "bash", ["-e", "-c", $"cd '{folder}'; " + string.Join('\n', yaml[1..].Select(line => line.Trim()))],
            ("PATH", $"{Path.GetDirectoryName(InstalledClient.Bleak.Program)}:{Environment.GetEnvironmentVariable("PATH")}"));

        (await shell.ReadToEndAsync()).ShouldContain(line => line.Contains($"bytearray(b'{Model}"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What a person waits for before typing on; null for a command that only changes the prompt.</summary>
    private string? AnswerTo(string command) => command.Split(' ')[0] switch
    {
        "scan" => $"Device {fixture.Emulator.DeviceAddress}",
        "connect" => "Connection successful",
        "gatt.select-attribute" => null,
        "gatt.read" => Model,
        string other => throw new InvalidOperationException($"The page has another command, {other}."),
    };

    private string Write(string name, string content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<List<string>> RunAsync(string program, string sample)
    {
        await using ProgramRun run = ProgramRun.Start(
            program, [sample], fixture.Emulator.BusVariable, ("NODE_PATH", InstalledClient.NodePackages));
        return await run.ReadToEndAsync();
    }
}
