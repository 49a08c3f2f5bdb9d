using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>An SCP server of one model with everything that it reads and changes in reach.</summary>
internal sealed class ScpBench
{
    public const uint RtcSeconds = 0x1C843357;

    private readonly byte[] reply = new byte[ScpServer.MaxMessageBytes];

    public ScpBench(HolderModelId model = HolderModelId.IlumaI)
    {
        Identity = new DeviceIdentity(new HolderModel(model), "SN0123456789", "HOLDER-CODE-01", "CHARGER-CODE-2");
        Server = new ScpServer(Identity, Settings, Usage, Log, Gauge, Charger, Requests, Diagnostics);
    }

    public DeviceIdentity Identity { get; }

    public Settings Settings { get; } = new();

    public UsageCounters Usage { get; } = new();

    public EventLog Log { get; } = new();

    public BatteryGauge Gauge { get; } = new();

    public ChargerModel Charger { get; } = new();

    public UserRequests Requests { get; } = new();

    public RecordingLog Diagnostics { get; } = new();

    public ScpServer Server { get; }

    /// <summary>Writes one value; the reply in hex, empty for silence.</summary>
    public string Ask(string hex)
    {
        byte[] value = Hex.Bytes(hex);
        int length = Server.Handle(value, value.Length, RtcSeconds, reply);
        return Hex.Text(reply, length);
    }

    /// <summary>Writes a frame given without its checksum.</summary>
    public string AskSealed(string hex) => Ask(Sealed(hex));

    /// <summary>A frame given without its checksum, with it.</summary>
    public static string Sealed(string hex)
    {
        byte[] bytes = Hex.Bytes(hex);
        byte[] frame = new byte[bytes.Length + 2];
        bytes.CopyTo(frame, 0);
        return Hex.Text(frame, ScpFrame.Seal(frame));
    }
}
