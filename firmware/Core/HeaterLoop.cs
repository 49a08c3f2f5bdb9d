using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// One tick of the heater, 50 times a second: the timing-critical path of the firmware, which allocates nothing and
    /// has no unbounded loop. Every tick measures, controls, and ends at the supervisor. The state machine follows
    /// people, not samples: it looks at hands in one tick and decides in the next, so that no tick pays for both.
    /// </summary>
    public sealed partial class HeaterLoop
    {
        private readonly SessionMachine session;
        private readonly HeaterRegulation regulation;
        private bool decides = true;

        public HeaterLoop(SessionMachine session, Settings settings)
        {
            this.session = session;
            regulation = new HeaterRegulation(settings);
            Supervisor = new Supervisor(settings);
        }

        /// <summary>What is known about the heater; filled in every tick.</summary>
        public HeaterView View => regulation.View;

        /// <summary>
        /// For those who restore a lock-out at boot and release a trip where the state machine asks for it
        /// (<see cref="SessionMachine.TakeReleaseRequest"/>).
        /// </summary>
        public Supervisor Supervisor { get; }

        /// <summary>Runs one tick and writes heater duty, load switch and heartbeat into <paramref name="outputs"/>.</summary>
        public void Step(long nowMs, BoardInputs inputs, BoardOutputs outputs)
        {
            // Safe until the end of this tick has earned something else.
            outputs.HeaterDutyPermille = 0;
            outputs.LoadSwitchOn = false;
            outputs.Heartbeat = false;

            regulation.Observe(nowMs, inputs, session.Demand, Supervisor.DutyPermille);
            decides = !decides;
            if (decides)
            {
                View.FaultRow = Supervisor.FaultRow;
                View.FaultLatched = Supervisor.FaultLatched;
                View.Unattended = Supervisor.RefusingRow == UnconfirmedStartCheck.Row;
                session.Decide(nowMs, inputs, View);
            }
            else
            {
                session.Report(nowMs, inputs, View);
                session.Sense(nowMs, inputs);
            }

            DisturbDemand(nowMs, session.Demand);
            float requestedPermille = regulation.Control(nowMs, inputs, session.Demand);
            DisturbDuty(ref requestedPermille);
            Supervisor.Step(nowMs, inputs, session.Demand, requestedPermille, View.PuffCount);
            outputs.HeaterDutyPermille = Supervisor.DutyPermille;
            outputs.LoadSwitchOn = Supervisor.LoadSwitchOn;
            outputs.Heartbeat = Supervisor.Heartbeat;
        }

        /// <summary>
        /// A state machine gone wrong, so that a test can see what the supervisor makes of it. Only the host build has a
        /// body for it, as for <see cref="DisturbDuty"/>: on the device the compiler leaves the calls out.
        /// </summary>
        partial void DisturbDemand(long nowMs, HeatDemand demand);

        /// <summary>A controller gone wrong.</summary>
        partial void DisturbDuty(ref float requestedPermille);
    }
}
