using System.Net;
using System.Net.Sockets;
using IqosDevice.Cli.Diagnosis;
using IqosDevice.Cli.Tests.Running;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Cli.Tests.Diagnosis;

public sealed class DoctorTests
{
    private const string Sdks = "9.0.100 [/usr/share/dotnet/sdk]\n10.0.101 [/usr/share/dotnet/sdk]\n";

    private readonly FakeMachine machine = new FakeMachine().With("dotnet", Sdks);

    [Fact]
    public async Task A_machine_with_the_SDK_is_ready_and_the_rest_is_advice()
    {
        using var state = new TemporaryFolder();

        IReadOnlyList<Finding> findings = await ExamineAsync(state.File("not-yet"));

        Doctor.IsReady(findings).ShouldBeTrue(string.Join('\n', findings));
        Of(findings, ".NET SDK").Detail.ShouldBe("10.0.101");
        foreach (ToolCheck tool in ToolCheck.All)
        {
            Finding finding = Of(findings, tool.Name);
            finding.Status.ShouldBe(FindingStatus.Missing);
            finding.Needed.ShouldBeFalse();
            finding.Advice.ShouldNotBeNullOrWhiteSpace();
        }

        Directory.EnumerateFileSystemEntries(state.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("8.0.100 [/usr/share/dotnet/sdk]\n100.0.1 [/usr/share/dotnet/sdk]\n")]
    public async Task Without_an_SDK_of_the_right_version_it_is_not_ready(string? sdks)
    {
        using var state = new TemporaryFolder();
        machine.With("dotnet", sdks);

        IReadOnlyList<Finding> findings = await ExamineAsync(state.Path);

        Doctor.IsReady(findings).ShouldBeFalse();
        Of(findings, ".NET SDK").Advice!.ShouldContain("https://dotnet.microsoft.com");
    }

    [Fact]
    public async Task A_tool_tells_its_version_and_one_that_fails_counts_as_missing()
    {
        using var state = new TemporaryFolder();
        machine.With("tshark", "\nTShark (Wireshark) 4.0.17\nCopyright").With("python3", null).With("nanoff", null).With("apt-get", null);

        IReadOnlyList<Finding> findings = await ExamineAsync(state.Path);

        Of(findings, "tshark").Detail.ShouldBe("TShark (Wireshark) 4.0.17");
        Of(findings, "tshark").Advice.ShouldBeNull();
        Of(findings, "bleak").Status.ShouldBe(FindingStatus.Missing);
        Of(findings, "bleak").Advice.ShouldBe("apt install python3-bleak");
        Of(findings, "nanoff").Status.ShouldBe(FindingStatus.Ok, "it is looked for and not run");
    }

    [Fact]
    public async Task Each_client_that_is_found_comes_with_the_line_that_connects_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "BlueZ and its clients are Linux's.");
        using var state = new TemporaryFolder();
        string variable = $"DBUS_SYSTEM_BUS_ADDRESS=unix:path={state.File("bluez.sock")}";
        machine.With("bluetoothctl", "bluetoothctl: 5.66").With("python3", null).With("/usr/bin/python3", "bleak 0.20.2")
            .With("google-chrome", "Google Chrome 150").With("node", "v18.0.0").With("tshark", "TShark");

        IReadOnlyList<Finding> findings = await ExamineAsync(state.Path);

        Of(findings, "bluetoothctl").Use.ShouldBe($"{variable} bluetoothctl");
        Of(findings, "bleak").Use.ShouldBe($"{variable} /usr/bin/python3 YOUR_PROGRAM.py");
        Of(findings, "chromium").Use.ShouldBe($"{variable} google-chrome --enable-features=WebBluetooth");
        Of(findings, "node").Use.ShouldBe($"{variable} node YOUR_PROGRAM.js");
        Of(findings, "tshark").Use.ShouldBeNull();
    }

    [Fact]
    public async Task A_run_that_goes_on_is_found_and_named()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state);

        IReadOnlyList<Finding> findings = await ExamineAsync(state.Path);

        Doctor.IsReady(findings).ShouldBeFalse();
        Of(findings, "state folder").Status.ShouldBe(FindingStatus.InUse);
        if (OperatingSystem.IsLinux())
        {
            Of(findings, "pipe").Status.ShouldBe(FindingStatus.InUse);
            Of(findings, "control").Detail.ShouldContain($"(process {Environment.ProcessId})");
        }
    }

    [Fact]
    public async Task A_port_in_use_is_found_and_named()
    {
        using var state = new TemporaryFolder();
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        int port = ((IPEndPoint)occupied.LocalEndpoint).Port;

        Finding pipe = Of(await ExamineAsync(state.Path, PipeAddress.Tcp("127.0.0.1", port)), "pipe");

        pipe.Status.ShouldBe(FindingStatus.InUse);
        pipe.Detail.ShouldContain($"tcp:127.0.0.1:{port}");
        pipe.Advice!.ShouldContain("--pipe");
        if (OperatingSystem.IsLinux())
        {
            pipe.Detail.ShouldContain($"(process {Environment.ProcessId})");
        }
    }

    [Fact]
    public async Task A_state_folder_that_cannot_be_is_missing_with_a_way_out()
    {
        using var file = new TemporaryFile("no folder");

        Finding state = Of(await ExamineAsync(Path.Combine(file.Path, "state")), "state folder");

        state.Status.ShouldBe(FindingStatus.Missing);
        state.Advice!.ShouldContain("--state");
    }

    [Fact]
    public async Task A_socket_path_that_is_too_long_is_a_finding()
    {
        using var state = new TemporaryFolder();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has named pipes there.");

        Finding pipe = Of(await ExamineAsync(state.File(new string('x', 120))), "pipe");

        pipe.Status.ShouldBe(FindingStatus.Missing);
        pipe.Detail.ShouldContain("too long");
    }

    private Task<IReadOnlyList<Finding>> ExamineAsync(string state, PipeAddress? pipe = null) =>
        new Doctor(machine).ExamineAsync("iluma-i", state, pipe, null, TestContext.Current.CancellationToken);

    private static Finding Of(IReadOnlyList<Finding> findings, string name) => findings.Single(finding => finding.Name == name);
}
