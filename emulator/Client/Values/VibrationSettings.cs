using IqosDevice.Client.Scp;

namespace IqosDevice.Client.Values;

/// <summary>When the holder vibrates.</summary>
public sealed record VibrationSettings(bool HeatingStart, bool Ready, bool PuffEnd, bool ManualStop)
{
    /// <summary>HH bit 0 heating start, bit 4 ready; LL bit 0 puff end, bit 4 manual stop.</summary>
    internal static VibrationSettings Parse(ScpMessage reply) => new(
        (reply.PayloadAt(2) & 0x01) != 0, (reply.PayloadAt(2) & 0x10) != 0, (reply.PayloadAt(3) & 0x01) != 0, (reply.PayloadAt(3) & 0x10) != 0);

    internal byte[] ToPayload() =>
    [
        0x10,
        0x00,
        (byte)((HeatingStart ? 0x01 : 0) | (Ready ? 0x10 : 0)),
        (byte)((PuffEnd ? 0x01 : 0) | (ManualStop ? 0x10 : 0)),
    ];
}
