using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>Answers SCP requests (protocol.md, sections 3 and 4).</summary>
    public sealed class ScpServer
    {
        /// <summary>Longest message in either direction, bytes.</summary>
        public const int MaxMessageBytes = 64;

        public ScpServer(DeviceIdentity identity, Settings settings, UsageCounters usage, EventLog log, BatteryGauge gauge,
            ChargerModel charger, HolderStatus status, UserRequests requests, ILogPort diagnostics)
        {
        }

        /// <summary>Lenient: a frame with a wrong checksum is accepted (and still named in the log).</summary>
        public bool Lenient { get; set; }

        /// <summary>Takes one write of the client: a whole frame or a fragment.</summary>
        /// <returns>Length of the reply message in <paramref name="reply"/>, 0 for silence.</returns>
        public int Handle(byte[] value, int length, uint rtcSeconds, byte[] reply)
        {
            return 0;
        }

        /// <summary>Forgets a half-received message; the link went down.</summary>
        public void Reset()
        {
        }
    }
}
