using System.Buffers.Binary;
using IqosDevice.Client.Scp;

namespace IqosDevice.Client.Values;

/// <summary>The holder's real-time clock as SCP tells it: a base date and the seconds since.</summary>
internal static class HolderClock
{
    private const int EncodedBytes = 10;

    /// <summary><c>00 04 | DA 07 01 01 | 57 33 84 1C</c>: 2010-01-01, 478425943 s later is 2025-02-28 08:05:43.</summary>
    public static DateTime Parse(ScpMessage reply)
    {
        if (reply.Payload.Length != EncodedBytes || reply.Payload[4] is < 1 or > 12 || reply.Payload[5] is < 1 or > 28)
        {
            throw new HolderException($"This is no clock: {reply}.");
        }

        ReadOnlySpan<byte> payload = reply.Payload;
        int year = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(payload[2..]), (ushort)1, (ushort)9000);
        return new DateTime(year, payload[4], payload[5], 0, 0, 0, DateTimeKind.Utc)
            .AddSeconds(BinaryPrimitives.ReadUInt32LittleEndian(payload[6..]));
    }
}
