using IqosDevice.Client;

namespace IqosDevice.Clients.Tests;

/// <summary>Walks the script over the pipe, with the project's own client: what the others are compared with.</summary>
internal sealed class PipeWalk(string address) : IAsyncDisposable
{
    private static readonly TimeSpan LongestReply = TimeSpan.FromSeconds(10);

    private HolderClient? client;
    private IAsyncEnumerator<byte[]>? replies;

    public async Task<List<string>> RunAsync(string name)
    {
        var lines = new List<string>();
        foreach (WalkStep step in WalkStep.ReadAll())
        {
            string result = step.Do == "find" ? name : await DoAsync(step);
            if (step.Name is not null)
            {
                lines.Add($"{step.Name}: {result}");
            }
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
        {
            await client.DisposeAsync();
        }
    }

    private async Task<string> DoAsync(WalkStep step)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        switch (step.Do)
        {
            case "connect":
                client = await HolderClient.ConnectAsync(address, cancellation: cancellation);
                break;
            case "services":
                return string.Join(' ', client!.Gatt.Characteristics.Select(found => found.Service.ToString()).Distinct().Order(StringComparer.Ordinal));
            case "read":
                return Convert.ToHexStringLower(await client!.Gatt.ReadAsync(client.Gatt.Find(step.Characteristic), cancellation));
            case "subscribe":
                replies = client!.Gatt.SubscribeAsync(client.Gatt.Find(step.Characteristic), cancellation).GetAsyncEnumerator(cancellation);
                break;
            case "ask":
                ValueTask<bool> next = replies!.MoveNextAsync();
                await client!.Gatt.WriteAsync(client.Gatt.Find(step.Characteristic), Convert.FromHexString(step.Request), cancellation);
                (await next.AsTask().WaitAsync(LongestReply, cancellation)).ShouldBeTrue();
                return Convert.ToHexStringLower(replies.Current);
            case "unsubscribe":
                await replies!.DisposeAsync();
                break;
            default:
                await client!.DisposeAsync();
                break;
        }

        return string.Empty;
    }
}
