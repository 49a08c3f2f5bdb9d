using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>An SCP server with all that it reads and changes in reach.</summary>
    public sealed class ScpBench
    {
        public readonly Settings Settings = new Settings();
        public readonly UsageCounters Usage = new UsageCounters();
        public readonly EventLog Log = new EventLog();
        public readonly UserRequests Requests = new UserRequests();
        public readonly LastLine Diagnostics = new LastLine();
        public readonly ScpServer Server;

        private const uint RtcSeconds = 0x1C843357;

        private readonly byte[] reply = new byte[ScpServer.MaxMessageBytes];

        public ScpBench(HolderModelId model)
        {
            DeviceIdentity identity = new DeviceIdentity(new HolderModel(model), "SN0123456789", "HOLDER-CODE-01", "CHARGER-CODE-2");
            Server = new ScpServer(identity, Settings, Usage, Log, new BatteryGauge(), new ChargerModel(), Requests,
                Diagnostics);
        }

        /// <summary>A frame given without its checksum, with it.</summary>
        public static string Sealed(string hex)
        {
            byte[] bytes = Hex.Bytes(hex);
            byte[] frame = new byte[bytes.Length + 2];
            for (int index = 0; index < bytes.Length; index++)
            {
                frame[index] = bytes[index];
            }

            return Hex.Text(frame, ScpFrame.Seal(frame));
        }

        /// <summary>Writes one value.</summary>
        /// <returns>The reply, empty for silence.</returns>
        public string Ask(string hex)
        {
            byte[] value = Hex.Bytes(hex);
            return Hex.Text(reply, Server.Handle(value, value.Length, RtcSeconds, reply));
        }
    }
}
