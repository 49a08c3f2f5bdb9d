using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace IqosDevice.Cli.Tests.Running;

/// <summary>An <c>iqos-emulator run</c> in this process, and a client of its control channel.</summary>
internal sealed class RunningEmulator : IAsyncDisposable
{
    /// <summary>A test that waits for what never comes ends after this time; none takes a tenth of it.</summary>
    public const int TimeoutMs = 60_000;

    private readonly CancellationTokenSource cancellation;
    private readonly LineWriter error;
    private readonly StringWriter output = new();
    private readonly Task<ExitCode> run;
    private StreamReader? reader;
    private Stream? stream;

    private RunningEmulator(string[] args)
    {
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        error = new LineWriter();
        run = CliApp.RunAsync(["run", .. args], new CliConsole(output, error), cancellation.Token);
    }

    /// <summary>What went to standard output.</summary>
    public string Out => output.ToString();

    /// <summary>The address that the run printed for people; empty where it serves no page.</summary>
    public string PageAddress { get; private set; } = string.Empty;

    /// <summary>Starts a run and waits until it serves; without the page, unless the arguments ask for it.</summary>
    public static async Task<RunningEmulator> StartAsync(TemporaryFolder state, params string[] args)
    {
        bool hasPage = args.Contains("--http");
        var emulator = new RunningEmulator(["--state", state.Path, .. hasPage ? [] : (string[])["--http", "off"], .. args]);
        if (hasPage)
        {
            string line = await emulator.WaitForLineAsync("  page ");
            emulator.PageAddress = line[line.IndexOf("http", StringComparison.Ordinal)..];
        }

        await emulator.WaitForLineAsync("Ctrl-C");
        return emulator;
    }

    /// <summary>The next line of standard error that contains a text.</summary>
    public async Task<string> WaitForLineAsync(string text)
    {
        await foreach (string line in error.Lines.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The run ended without \"{text}\".");
    }

    /// <summary>Connects to the control channel at a Unix socket.</summary>
    public async Task ConnectAsync(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation.Token);
        stream = new NetworkStream(socket, ownsSocket: true);
        reader = new StreamReader(stream);
    }

    /// <summary>Sends a request and takes the next line.</summary>
    public async Task<JsonElement> AskAsync(string request)
    {
        await stream!.WriteAsync(Encoding.UTF8.GetBytes(request + "\n"), cancellation.Token);
        return await NextAsync();
    }

    /// <summary>The next line from the control channel.</summary>
    public async Task<JsonElement> NextAsync()
    {
        string line = await reader!.ReadLineAsync(cancellation.Token) ?? throw new EndOfStreamException();
        return JsonSerializer.Deserialize<JsonElement>(line);
    }

    /// <summary>Ctrl-C.</summary>
    public async Task<ExitCode> EndAsync()
    {
        await cancellation.CancelAsync();
        return await run;
    }

    /// <summary>Waits until the run ends by itself.</summary>
    public Task<ExitCode> WaitForEndAsync() => run;

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        reader?.Dispose();
        cancellation.Dispose();
        await output.DisposeAsync();
    }

    /// <summary>Hands each written line to whoever waits for it. The run serialises its writes.</summary>
    private sealed class LineWriter : StringWriter
    {
        private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

        public ChannelReader<string> Lines => lines.Reader;

        public override void WriteLine(string? value) => lines.Writer.TryWrite(value ?? string.Empty);
    }
}
