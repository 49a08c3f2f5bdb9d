using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace IqosDevice.Clients.Tests;

/// <summary>A program that runs: its lines as they come, of both outputs. A wait ends with the program, or with the test's time.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    /// <summary>A wait for what never comes ends with the program's words, well before the test's own time is over.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> transcript = new();
    private readonly Task reading;

    private ProgramRun(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError))
            .ContinueWith(_ => lines.Writer.Complete(), TaskScheduler.Default);
    }

    /// <summary>Everything it has written so far.</summary>
    public string Transcript => string.Join('\n', transcript);

    public static ProgramRun Start(string program, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ProgramRun(Process.Start(start)!);
    }

    public async Task WriteLineAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), TestContext.Current.CancellationToken);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Nothing more comes to it.</summary>
    public void CloseInput() => process.StandardInput.Close();

    /// <summary>The next line that contains a text.</summary>
    public Task<string> WaitForLineAsync(string text, TimeSpan? longest = null) =>
        WaitForLineAsync(line => line.Contains(text, StringComparison.Ordinal), text, longest);

    public async Task<string> WaitForLineAsync(Predicate<string> isWanted, string what, TimeSpan? longest = null)
    {
        using CancellationTokenSource limit = Limit(longest ?? LongestSilence);
        try
        {
            await foreach (string line in lines.Reader.ReadAllAsync(limit.Token))
            {
                if (isWanted(line))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException silence)
        {
            throw new InvalidOperationException($"\"{what}\" did not come. The program said:\n{Transcript}", silence);
        }

        throw new InvalidOperationException($"The program ended without \"{what}\". It said:\n{Transcript}");
    }

    /// <summary>The lines up to its end, which must be a good one.</summary>
    public async Task<List<string>> ReadToEndAsync()
    {
        var read = new List<string>();
        using CancellationTokenSource limit = Limit(LongestSilence);
        try
        {
            await foreach (string line in lines.Reader.ReadAllAsync(limit.Token))
            {
                read.Add(line);
            }

            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException silence)
        {
            throw new InvalidOperationException($"The program did not end. It said:\n{Transcript}", silence);
        }

        process.ExitCode.ShouldBe(0, Transcript);
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await reading;
        process.Dispose();
    }

    private static CancellationTokenSource Limit(TimeSpan longest)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(longest);
        return limit;
    }

    private async Task CopyAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            transcript.Enqueue(line);
            lines.Writer.TryWrite(line);
        }
    }
}
