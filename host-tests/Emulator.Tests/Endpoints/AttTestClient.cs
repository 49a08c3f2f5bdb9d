using System.Buffers;
using System.IO.Pipelines;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Tests.Endpoints;

/// <summary>The other end of the pipe: sends PDUs in frames, and takes PDUs out of frames, as hex.</summary>
internal sealed class AttTestClient(TransportConnection connection) : IAsyncDisposable
{
    public TransportConnection Connection { get; } = connection;

    public static byte[] Frame(string hex, ushort channelId = L2capFrame.AttChannelId)
    {
        byte[] payload = Convert.FromHexString(hex);
        byte[] frame = [.. new byte[L2capFrame.HeaderBytes], .. payload];
        L2capFrame.WriteHeader(frame, channelId, payload.Length);
        return frame;
    }

    public async Task SendAsync(params byte[] bytes) => await Connection.Output.WriteAsync(bytes, TestContext.Current.CancellationToken);

    public async Task<string> AskAsync(string hex)
    {
        await SendAsync(Frame(hex));
        return await ReceiveAsync();
    }

    /// <summary>The next PDU; an exception where the link has ended.</summary>
    public async Task<string> ReceiveAsync() => await TryReceiveAsync() ?? throw new EndOfStreamException();

    /// <summary>The next PDU, or null where the link has ended.</summary>
    public async Task<string?> TryReceiveAsync()
    {
        while (true)
        {
            ReadResult read;
            try
            {
                read = await Connection.Input.ReadAsync(TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                return null;
            }

            ReadOnlySequence<byte> rest = read.Buffer;
            bool isFrame = L2capFrame.TryRead(ref rest, out L2capFrame frame);
            string? pdu = isFrame ? Convert.ToHexString(frame.Payload.ToArray()) : null;
            Connection.Input.AdvanceTo(rest.Start, isFrame ? rest.Start : rest.End);
            if (isFrame || read.IsCompleted)
            {
                return pdu;
            }
        }
    }

    /// <summary>Waits for the holder to end the link, whatever it still sends.</summary>
    public async Task WaitForEndAsync()
    {
        while (await TryReceiveAsync() is not null)
        {
        }
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
