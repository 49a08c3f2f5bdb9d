using System.Threading.Channels;

namespace IqosDevice.Emulator.Tests.Endpoints;

/// <summary>The log as a stream: a test waits for the line it expects instead of for time to pass.</summary>
internal sealed class LogLines
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public void Add(string line) => lines.Writer.TryWrite(line);

    /// <summary>Skips to the next line with this text.</summary>
    public async Task<string> WaitForAsync(string part)
    {
        await foreach (string line in lines.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The log has ended.");
    }
}
