using System.Net;
using System.Net.Sockets;
using IqosDevice.Cli.Dashboard;
using IqosDevice.Cli.Tests.Running;

namespace IqosDevice.Cli.Tests.Dashboard;

public sealed class RunWithPageTests
{
    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_run_prints_the_address_of_its_page_and_serves_it_there()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state, "--http", "0", "--http-token", "t-1");
        using var client = new HttpClient();

        emulator.PageAddress.ShouldStartWith("http://127.0.0.1:");
        emulator.PageAddress.ShouldEndWith("/login?t=t-1");
        string page = await client.GetStringAsync(emulator.PageAddress, TestContext.Current.CancellationToken);
        page.ShouldContain("Holder workbench");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task An_address_that_was_asked_for_and_is_taken_is_named()
    {
        using var state = new TemporaryFolder();
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        int port = ((IPEndPoint)occupied.LocalEndpoint).Port;

        CommandLine result = await CommandLine.RunAsync("run", "--state", state.Path, "--http", $"{port}", "--for", "1");

        result.ExitCode.ShouldBe(ExitCode.Unavailable);
        result.Error.ShouldContain($"the dashboard cannot be served at 127.0.0.1:{port}");
        result.Error.ShouldContain("--http off");
    }

    [Theory]
    [InlineData("5080", "127.0.0.1:5080")]
    [InlineData("localhost:1", "127.0.0.1:1")]
    [InlineData("127.0.0.1:8080", "127.0.0.1:8080")]
    [InlineData("[::1]:5080", "[::1]:5080")]
    [InlineData("0.0.0.0:80", "0.0.0.0:80")]
    public void An_address_is_a_port_or_an_IP_address_with_one(string text, string meaning) =>
        HttpAddress.Parse(text).ToString().ShouldBe(meaning);

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("host:80")]
    [InlineData("127.0.0.1")]
    [InlineData("1.2.3.4:-1")]
    [InlineData("65536")]
    public void Anything_else_is_refused_with_the_forms(string text) =>
        Should.Throw<FormatException>(() => HttpAddress.Parse(text)).Message.ShouldContain(HttpAddress.Forms);
}
