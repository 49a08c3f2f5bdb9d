using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>The board around the core: reads the chips, steps the core, applies what it wants.</summary>
    public sealed class HolderApp
    {
        public HolderApp(DeviceIdentity identity)
        {
            Core = new HolderCore(identity, null, null, null);
        }

        public HolderCore Core { get; }

        /// <summary>Brings the board up: once, before the first tick.</summary>
        public void Start()
        {
        }

        /// <summary>One turn of the loop, every 20 ms.</summary>
        public void Tick()
        {
        }

        /// <summary>The power is about to go: heater off, and what waits in RAM is written.</summary>
        public void Stop()
        {
        }
    }
}
