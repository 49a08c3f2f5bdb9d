using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>The holder's state machine: states of protocol.md section 7, session rules of the board.</summary>
    public sealed class SessionMachine
    {
        public SessionMachine(HolderModel model, Settings settings, UsageCounters usage, EventLog log, BatteryGauge gauge,
            UserRequests requests)
        {
            Demand = new HeatDemand();
            Status = new HolderStatus();
        }

        public HeatDemand Demand { get; }

        public HolderStatus Status { get; }

        /// <summary>One step of 20 ms: looks at the inputs and at the heater, updates Demand and Status.</summary>
        public void Step(long nowMs, BoardInputs inputs, HeaterView heater)
        {
        }
    }
}
