using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Stands between the controller and the heater and can only take heat away. It reads the raw samples itself,
    /// shares no state with the controller, and remembers a trip: duty 0 and an open load switch from that very
    /// tick on, until <see cref="Release"/>; a lock-out is released by nothing.
    /// </summary>
    public sealed class Supervisor
    {
        private readonly Settings settings;
        private readonly HeaterMeter meter = new HeaterMeter();
        private readonly SafetyCheck[] checks;
        private readonly SafetyContext context;
        private long lastMs = -1;

        public Supervisor(Settings settings)
            : this(settings, SafetyChecks.All())
        {
        }

        /// <summary>A supervisor of chosen checks.</summary>
        public Supervisor(Settings settings, SafetyCheck[] checks)
        {
            this.settings = settings;
            this.checks = checks;
            context = new SafetyContext(meter);
        }

        /// <summary>Row that tripped and has not been released, 0 for none.</summary>
        public int FaultRow { get; private set; }

        /// <summary>The tripped row is a lock-out.</summary>
        public bool FaultLatched { get; private set; }

        /// <summary>Row that refused heat in the last tick, without remembering it; 0 for none.</summary>
        public int RefusingRow { get; private set; }

        /// <summary>Duty that may be applied, 0..1000.</summary>
        public int DutyPermille { get; private set; }

        /// <summary>The load switch may be closed: heat is demanded and nothing speaks against it.</summary>
        public bool LoadSwitchOn { get; private set; }

        /// <summary>
        /// The heartbeat pin may change its level (row 28). Only a tick that came in time, ran every check and
        /// found no fault earns it, so that the hardware dead-man opens the load switch without a healthy loop.
        /// </summary>
        public bool Heartbeat { get; private set; }

        /// <summary>Judges one tick.</summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <param name="inputs">Raw samples; the same instance in every tick.</param>
        /// <param name="demand">What the state machine wants; the same instance in every tick.</param>
        /// <param name="requestedPermille">Duty that the controller wishes, unchecked.</param>
        /// <param name="puffCount">Puffs since the demand left Off.</param>
        public void Step(long nowMs, BoardInputs inputs, HeatDemand demand, float requestedPermille, int puffCount)
        {
            // The outputs of a tick that does not come to its end.
            int appliedPermille = DutyPermille;
            DutyPermille = 0;
            LoadSwitchOn = false;
            Heartbeat = false;
            RefusingRow = 0;

            Observe(nowMs, inputs, demand, appliedPermille);
            context.RequestedPermille = requestedPermille;
            context.PuffCount = puffCount;

            int ran = 0;
            bool beat = true;
            for (int i = 0; i < checks.Length; i++)
            {
                SafetyCheck check = checks[i];
                if (check.Step(context))
                {
                    SafetyAct act = check.Act;
                    beat &= act != SafetyAct.WithholdHeartbeat;
                    Apply(check.Row, act);
                }

                ran++;
            }

            LoadSwitchOn = context.Heating && FaultRow == 0 && RefusingRow == 0;
            DutyPermille = LoadSwitchOn && !context.NoHeat ? WholePermille(requestedPermille) : 0;
            Heartbeat = beat && FaultRow == 0 && ran == checks.Length;
        }

        /// <summary>
        /// The documented way out of a trip: a reset (10 s press) or a deliberate new start. The check fires again
        /// if its cause is still there. A lock-out stays.
        /// </summary>
        public void Release()
        {
            if (FaultLatched)
            {
                return;
            }

            FaultRow = 0;
            for (int i = 0; i < checks.Length; i++)
            {
                checks[i].Reset();
            }
        }

        /// <summary>A lock-out from before the restart holds on; row 0 means that there was none.</summary>
        public void RestoreLatched(int row)
        {
            if (row > 0)
            {
                FaultRow = row;
                FaultLatched = true;
            }
        }

        private void Observe(long nowMs, BoardInputs inputs, HeatDemand demand, int appliedPermille)
        {
            long elapsedMs = lastMs < 0 ? 0 : nowMs - lastMs;
            lastMs = nowMs;
            meter.Step(inputs, appliedPermille);
            context.Inputs = inputs;
            context.Demand = demand;
            context.NowMs = nowMs;
            context.ClockWentBack = elapsedMs < 0;
            context.ElapsedMs = (int)System.Math.Clamp(elapsedMs, 0, 60000);
            context.Heating = demand.Phase != HeatPhase.Off && demand.ConfirmedMs == nowMs;
            context.ResistanceCelsius = meter.HasResistance
                ? PlatinumCurve.CelsiusAt(meter.Ohms / HeaterCalibration.ColdOhms(settings))
                : float.NaN;
            context.NoHeat = false;
            context.AutoStart = settings.AutoStart;
        }

        private void Apply(int row, SafetyAct act)
        {
            if (act == SafetyAct.Refuse || act == SafetyAct.WithholdHeartbeat)
            {
                RefusingRow = row;
                return;
            }

            // The first trip names the cause; a lock-out outranks a trip and never gives way.
            bool lockOut = act == SafetyAct.LockOut;
            if (FaultRow == 0 || (lockOut && !FaultLatched))
            {
                FaultRow = row;
                FaultLatched = lockOut;
            }
        }

        /// <summary>Whole permille, rounded down; anything that is not a number within 0..1000 is no heat.</summary>
        private static int WholePermille(float permille)
        {
            return Finite.IsWithin(permille, 0f, 1000f) ? (int)permille : 0;
        }
    }
}
