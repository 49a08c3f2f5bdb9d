using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// One tick of the heater, 50 times a second: temperature, state machine, controller, supervisor, in this
    /// order. The timing-critical path of the firmware: it allocates nothing and has no unbounded loop.
    /// </summary>
    public sealed class HeaterLoop
    {
        public HeaterLoop(SessionMachine session, Settings settings)
        {
        }

        /// <summary>Runs one tick and writes heater duty, load switch and heartbeat into <paramref name="outputs"/>.</summary>
        public void Step(long nowMs, BoardInputs inputs, BoardOutputs outputs)
        {
        }
    }
}
