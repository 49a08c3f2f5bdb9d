using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace IqosDevice.Cli.Tests.Running;

public sealed class RunCommandTests
{
    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_run_tells_where_to_connect_and_keeps_standard_output_clean()
    {
        using var state = new TemporaryFolder();

        CommandLine result = await CommandLine.RunAsync("run", "--state", state.Path, "--for", "1", "--speed", "max");

        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain("IQOS ILUMA i, seed 1");
        result.Error.ShouldContain("unix:" + state.File("holder.sock"));
        result.Error.ShouldContain("unix:" + state.File("control.sock"));
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task Ctrl_C_ends_a_run_cleanly()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state);

        (await emulator.EndAsync()).ShouldBe(ExitCode.Success);

        await emulator.WaitForLineAsync("the state is kept in " + state.Path);
        File.Exists(state.File("holder.sock")).ShouldBeFalse();
        File.Exists(state.File("control.sock")).ShouldBeFalse();
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task Two_runs_do_not_share_a_state_folder()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state);

        CommandLine second = await CommandLine.RunAsync("run", "--state", state.Path, "--for", "1");

        second.ExitCode.ShouldBe(ExitCode.Unavailable);
        second.Error.ShouldContain($"error: another run uses the state folder {state.Path}");
        second.Error.ShouldContain("hint: ");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task An_address_in_use_is_named()
    {
        using var state = new TemporaryFolder();
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        int port = ((IPEndPoint)occupied.LocalEndpoint).Port;

        CommandLine result = await CommandLine.RunAsync("run", "--state", state.Path, "--pipe", $"tcp:{port}", "--for", "1");

        result.ExitCode.ShouldBe(ExitCode.Unavailable);
        result.Error.ShouldContain($"tcp:127.0.0.1:{port}");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_socket_path_that_is_too_long_is_refused_with_a_way_out()
    {
        using var state = new TemporaryFolder();

        CommandLine result = await CommandLine.RunAsync("run", "--state", state.File(new string('x', 120)), "--for", "1");

        result.ExitCode.ShouldBe(ExitCode.Unavailable);
        result.Error.ShouldContain("too long for a socket");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task The_control_channel_answers_watches_and_refuses()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state, "--speed", "50");
        await emulator.ConnectAsync(state.File("control.sock"));

        JsonElement reply = await emulator.AskAsync("""{"id":7,"verb":"insertStick"}""");
        reply.GetProperty("id").GetInt32().ShouldBe(7);
        reply.GetProperty("ok").GetBoolean().ShouldBeTrue();

        JsonElement watch = await emulator.AskAsync("""{"id":8,"verb":"watch","intervalSeconds":0.5}""");
        watch.GetProperty("result").GetProperty("stickPresent").GetBoolean().ShouldBeTrue();
        (await emulator.NextAsync()).GetProperty("event").GetString().ShouldBe("state");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_request_that_cannot_be_done_is_answered_and_the_next_one_is_served()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state);
        await emulator.ConnectAsync(state.File("control.sock"));

        JsonElement refused = await emulator.AskAsync("""{"id":1,"verb":"fly"}""");
        refused.GetProperty("ok").GetBoolean().ShouldBeFalse();
        refused.GetProperty("error").GetString()!.ShouldContain("no verb \"fly\"");

        (await emulator.AskAsync("""{"id":2,"verb":"time"}""")).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task Paused_time_moves_by_advance_alone()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state);
        await emulator.ConnectAsync(state.File("control.sock"));

        await emulator.AskAsync("""{"verb":"pause"}""");
        double before = await SecondsAsync(emulator, """{"verb":"time"}""");
        double after = await SecondsAsync(emulator, """{"verb":"advance","seconds":100}""");

        after.ShouldBe(before + 100, 1e-6);
        (await SecondsAsync(emulator, """{"verb":"time"}""")).ShouldBe(after);
    }

    private static async Task<double> SecondsAsync(RunningEmulator emulator, string request) =>
        (await emulator.AskAsync(request)).GetProperty("result").GetProperty("seconds").GetDouble();
}
