using System.Buffers.Binary;

namespace IqosDevice.Client.Tests;

/// <summary>
/// The other end of the link, which does as the test says: an ATT server with one service (handles 1 to 4) whose
/// value 3 is the SCP control point with its descriptor 4.
/// </summary>
internal sealed class ScriptedHolder : IAsyncDisposable
{
    private const byte ErrorResponse = 0x01;
    private readonly DuplexStream client;
    private readonly DuplexStream server;
    private readonly Func<string, string[]?> script;
    private readonly Task serving;

    /// <param name="script">
    /// What is sent after a PDU arrived, all in hex; null for what an ATT server answers, an empty list for silence.
    /// </param>
    public ScriptedHolder(Func<string, string[]?> script)
    {
        (client, server) = DuplexStream.CreatePair();
        this.script = script;
        serving = ServeAsync();
    }

    /// <summary>PDUs that arrived, in hex.</summary>
    public List<string> Received { get; } = [];

    /// <summary>A script that answers writes to the SCP control point with notifications of these values.</summary>
    public static Func<string, string[]?> Replies(Func<string, string[]> replies) => pdu =>
        pdu.StartsWith("120300", StringComparison.Ordinal)
            ? ["13", .. replies(pdu[6..]).Select(value => "1B0300" + value)]
            : null;

    public Task<HolderClient> ConnectAsync(HolderClientOptions? options = null) =>
        HolderClient.ConnectAsync(client, options, TestContext.Current.CancellationToken);

    /// <summary>Sends a PDU of the holder's own accord.</summary>
    public async Task SendAsync(string pdu)
    {
        byte[] payload = Convert.FromHexString(pdu);
        byte[] header = [(byte)payload.Length, (byte)(payload.Length >> 8), 4, 0];
        await server.WriteAsync((byte[])[.. header, .. payload]);
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(string bytes) => await server.WriteAsync(Convert.FromHexString(bytes));

    /// <summary>Breaks the link.</summary>
    public void Leave() => server.Dispose();

    /// <summary>Waits until the client has closed the link.</summary>
    public Task WaitForEndAsync() => serving.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await serving;
        await server.DisposeAsync();
    }

    private async Task ServeAsync()
    {
        byte[] header = new byte[4];
        try
        {
            while (true)
            {
                await server.ReadExactlyAsync(header);
                byte[] pdu = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header)];
                await server.ReadExactlyAsync(pdu);
                string hex = Convert.ToHexString(pdu);
                lock (Received)
                {
                    Received.Add(hex);
                }

                foreach (string answer in script(hex) ?? [Answer(pdu, hex)])
                {
                    await SendAsync(answer);
                }
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or ObjectDisposedException)
        {
            // One side has gone.
        }
    }

    private static string Answer(byte[] pdu, string hex) => hex switch
    {
        ['0', '2', ..] => "03F700",
        ['1', '0', '0', '1', '0', '0', ..] => "1114" + "01000400" + Wire(HolderUuids.CoreService),
        ['0', '8', '0', '1', '0', '0', ..] => "0915" + "0200" + "18" + "0300" + Wire(HolderUuids.ScpControlPoint),
        ['0', '4', ..] => "0501" + "0400" + "0229",
        ['1', '2', ..] => "13",
        _ => Convert.ToHexString([ErrorResponse, pdu[0], pdu[1], pdu[2], 0x0A]),
    };

    private static string Wire(Guid uuid)
    {
        byte[] bytes = uuid.ToByteArray(bigEndian: true);
        Array.Reverse(bytes);
        return Convert.ToHexString(bytes);
    }
}
