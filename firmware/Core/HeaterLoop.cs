using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// The heater's share of a period of 20 ms, in three parts: <see cref="Heat"/> leads from the samples to the duty and is
    /// the timing-critical path of the firmware; <see cref="Watch"/> runs the checks that may take the duty away again
    /// and clear the next one; <see cref="Attend"/> serves people, who are in less of a hurry. Nothing
    /// allocates or has an unbounded loop, and each part has a budget of its own.
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

        /// <summary>A whole period, for a caller that has nothing to do between its parts.</summary>
        public void Step(long nowMs, BoardInputs inputs, BoardOutputs outputs)
        {
            Heat(nowMs, inputs, outputs);
            Watch(outputs);
            Attend(nowMs, inputs, outputs);
        }

        /// <summary>Measures, controls, and writes heater duty and load switch into <paramref name="outputs"/>.</summary>
        public void Heat(long nowMs, BoardInputs inputs, BoardOutputs outputs)
        {
            // Safe until this tick has earned something else.
            outputs.HeaterDutyPermille = 0;
            outputs.LoadSwitchOn = false;
            outputs.Heartbeat = false;

            HeatDemand demand = session.Demand;
            regulation.Observe(nowMs, inputs, demand, Supervisor.DutyPermille);
            float requestedPermille = regulation.Control(nowMs, inputs, demand);
            DisturbDuty(ref requestedPermille);
            Supervisor.Permit(nowMs, inputs, demand, requestedPermille);
            outputs.HeaterDutyPermille = Supervisor.DutyPermille;
            outputs.LoadSwitchOn = Supervisor.LoadSwitchOn;
        }

        /// <summary>Runs the checks: what is left of the duty, and the heartbeat, are in <paramref name="outputs"/> afterwards.</summary>
        public void Watch(BoardOutputs outputs)
        {
            outputs.HeaterDutyPermille = 0;
            outputs.LoadSwitchOn = false;
            Supervisor.Watch(View.PuffCount);
            outputs.HeaterDutyPermille = Supervisor.DutyPermille;
            outputs.LoadSwitchOn = Supervisor.LoadSwitchOn;
            outputs.Heartbeat = Supervisor.Heartbeat;
        }

        /// <summary>
        /// Counts puffs and takes the state machine's turn: it looks at hands in one period and decides in the next, so that
        /// no period pays for both. Heat that it demands begins with the next period's tick, and ends at once.
        /// </summary>
        public void Attend(long nowMs, BoardInputs inputs, BoardOutputs outputs)
        {
            regulation.Follow(session.Demand.Phase, inputs);
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
            if (session.Demand.AsksForNothing)
            {
                Supervisor.Withdraw();
                outputs.HeaterDutyPermille = 0;
                outputs.LoadSwitchOn = false;
            }
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
