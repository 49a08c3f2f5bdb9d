using IqosDevice.Cli.Decoding;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ServerPdus;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Replaying;

/// <summary>A client in virtual time that speaks nothing but SCP.</summary>
internal sealed class FrameClient
{
    // What phones ask for; the longest reply fits.
    private const ushort MtuBytes = 247;

    private static readonly Uuid ControlPoint = Uuid.Parse("e16c6e20-b041-11e4-a4c3-0002a5d5c51b");
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly VirtualHolder holder;
    private readonly GattCentral central;
    private readonly ushort handle;
    private readonly List<byte[]> replies = [];
    private readonly List<string> lines = [];

    /// <summary>Connects, with an MTU at which no reply is split, and subscribes.</summary>
    public FrameClient(VirtualHolder holder)
    {
        this.holder = holder;
        holder.Log = lines.Add;
        central = new GattCentral(holder.Peripheral, "replay") { PduCame = Take };
        if (!central.TryConnect())
        {
            throw new InvalidOperationException("A fresh holder advertises.");
        }

        GattCharacteristic control = holder.Peripheral.Table.FindCharacteristic(ControlPoint)
            ?? throw new InvalidOperationException("A holder has an SCP control point.");
        handle = control.ValueHandle;
        central.ExchangeMtu(MtuBytes);
        central.Subscribe(control.Descriptors[0].Handle, on: true);
    }

    /// <summary>Sends a request and takes what comes within half a second.</summary>
    public FrameComparison Play(FrameExchange exchange)
    {
        replies.Clear();
        lines.Clear();
        foreach (byte[] fragment in exchange.Request)
        {
            central.Write(handle, fragment);
        }

        holder.Advance(Patience);
        bool same = replies.Count == exchange.Replies.Count
            && replies.Zip(exchange.Replies).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
        return new FrameComparison(
            exchange.Label,
            string.Join(" | ", exchange.Request.Select(fragment => HexText.Format(fragment))),
            [.. exchange.Replies.Select(reply => HexText.Format(reply))],
            [.. replies.Select(reply => HexText.Format(reply))],
            same,
            Note(exchange, same));
    }

    private void Take(ReadOnlySpan<byte> pdu)
    {
        if (HandleValueNotification.TryRead(pdu, out HandleValueNotification notification) && notification.Handle == handle)
        {
            replies.Add(notification.Value.ToArray());
        }
    }

    private string? Note(FrameExchange exchange, bool same)
    {
        if (replies.Count == 0)
        {
            return lines.LastOrDefault();
        }

        if (same || exchange.Replies.Count == 0)
        {
            return null;
        }

        int[] offsets =
        [
            .. Enumerable.Range(0, Math.Min(replies[0].Length, exchange.Replies[0].Length))
                .Where(index => replies[0][index] != exchange.Replies[0][index]),
        ];
        return replies[0].Length != exchange.Replies[0].Length
            ? $"{replies[0].Length} bytes instead of {exchange.Replies[0].Length}"
            : $"different at {(offsets.Length == 1 ? "byte" : "bytes")} {string.Join(", ", offsets)} (from 0)";
    }
}
