using IqosDevice.Cli.Decoding;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Replaying;

/// <summary>A captured request, in as many fragments as it was sent, and the frames by which the device answered it.</summary>
internal sealed record FrameExchange(string Label, IReadOnlyList<byte[]> Request, IReadOnlyList<byte[]> Replies)
{
    /// <summary>
    /// Groups frames in the order of the capture. Captures have gaps: a device's frame counts as an answer only where it
    /// can be one to the request before, by its address and its register.
    /// </summary>
    public static IReadOnlyList<FrameExchange> Pair(IReadOnlyList<CapturedFrame> frames)
    {
        var exchanges = new List<FrameExchange>();
        foreach (CapturedFrame frame in frames.Where(frame => frame.Kind != FrameKind.Battery))
        {
            FrameExchange? last = exchanges.LastOrDefault();
            if (frame.FromClient == false)
            {
                if (last is not null && IsAnswer(last, frame.Bytes))
                {
                    exchanges[^1] = last with { Replies = [.. last.Replies, frame.Bytes] };
                }
            }
            else if (last is not null && !IsComplete(last))
            {
                exchanges[^1] = last with { Request = [.. last.Request, frame.Bytes] };
            }
            else
            {
                exchanges.Add(new FrameExchange(frame.Label, [frame.Bytes], []));
            }
        }

        return exchanges;
    }

    /// <summary>SEQ counts the fragments still to come.</summary>
    private static bool IsComplete(FrameExchange exchange) =>
        exchange.Replies.Count > 0 || exchange.Request[^1][ScpFrame.SequenceOffset] == 0;

    private static bool IsAnswer(FrameExchange exchange, byte[] reply)
    {
        // The fragments of one answer follow each other; only the first one has the header in full.
        if (exchange.Replies is [.., var before] && before[ScpFrame.SequenceOffset] > 0)
        {
            return true;
        }

        byte[] request = exchange.Request[0];
        if (request.Length <= ScpFrame.PayloadOffset || reply.Length <= ScpFrame.PayloadOffset
            || reply[ScpFrame.AddressOffset] != ScpFrame.ReplyAddress(request[ScpFrame.AddressOffset]))
        {
            return false;
        }

        bool isLong = ScpFrame.IsLong(request[ScpFrame.ControlOffset]);
        int from = isLong ? ScpFrame.PayloadOffset : ScpFrame.RegisterOffset;
        int count = isLong ? 2 : 1;
        return isLong == ScpFrame.IsLong(reply[ScpFrame.ControlOffset])
            && request.Length >= from + count
            && reply.Length >= from + count
            && request.AsSpan(from, count).SequenceEqual(reply.AsSpan(from, count));
    }
}
