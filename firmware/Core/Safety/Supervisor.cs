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
    public sealed partial class Supervisor
    {
        private readonly SafetyContext context;
        private readonly FastChecks fast = new FastChecks();
        private readonly SlowChecks slow = new SlowChecks();
        private readonly CutOutProof proof = new CutOutProof();
        private readonly FaultMemory fault = new FaultMemory();
        private long forbidden;
        private long warning;

        public Supervisor(Settings settings)
        {
            context = new SafetyContext(settings);
        }

        /// <summary>Row that tripped and has not been released, 0 for none.</summary>
        public int FaultRow => fault.Row;

        /// <summary>The tripped row is a lock-out.</summary>
        public bool FaultLatched => fault.LockedOut;

        /// <summary>Row that refused heat in the last tick, without remembering it; 0 for none.</summary>
        public int RefusingRow => SafetyActs.FirstOf(forbidden);

        /// <summary>Row that warned in the last tick; 0 for none.</summary>
        public int WarningRow => SafetyActs.FirstOf(warning);

        /// <summary>The cell may be charged: neither overcharged nor too hot.</summary>
        public bool MayCharge => FaultRow != OverchargeCheck.Row && FaultRow != HotBoardCheck.Row;

        /// <summary>Duty that may be applied, 0..1000.</summary>
        public int DutyPermille { get; private set; }

        /// <summary>The load switch may be closed: heat is demanded and nothing speaks against it.</summary>
        public bool LoadSwitchOn { get; private set; }

        /// <summary>
        /// The heartbeat pin may change its level (row 28). Only a tick that came in time, ran every check and
        /// found no fault earns it, so that the hardware dead-man opens the load switch without a healthy loop.
        /// </summary>
        public bool Heartbeat { get; private set; }

        /// <summary>What the gauge says of the cell's charge, for rows 44 and 45.</summary>
        /// <param name="permille">0..1000.</param>
        public void NoteCharge(int permille)
        {
            context.ChargePermille = permille;
        }

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

            context.Observe(nowMs, inputs, demand, appliedPermille);
            context.RequestedPermille = requestedPermille;
            context.PuffCount = puffCount;
            long fired = fast.Step(context);
            fired |= slow.Step(context);
            fired |= fault.Torn ? 1L << FaultMemory.CheckRow : 0;
            Mute(ref fired);
            warning = fired & (SafetyActs.Warn | SafetyActs.WarnThenTrip);
            forbidden = fired & (SafetyActs.Refuse | SafetyActs.WithholdHeartbeat);
            bool arming = demand.StartExpected && demand.IsFreshAt(nowMs) && !context.Heating;
            if ((!context.Heating && !arming) || forbidden != 0 || FaultRow != 0)
            {
                Remember(fired);
                Heartbeat = FaultRow == 0 && (fired & SafetyActs.WithholdHeartbeat) == 0;
                RestartProof();
                return;
            }

            bool proven = proof.Passed;
            Assume(ref proven);
            if (!proven && proof.Step(context))
            {
                fired |= 1L << CutOutProof.Row;
            }

            Remember(fired);
            if (FaultRow == 0)
            {
                Drive(arming, proven || proof.Passed, requestedPermille);
            }
        }

        /// <summary>
        /// The documented way out of a trip: a reset (10 s press) or a deliberate new start. The check fires again
        /// if its cause is still there. A lock-out stays.
        /// </summary>
        public void Release()
        {
            if (!FaultLatched)
            {
                Service();
            }
        }

        /// <summary>A lock-out that no check of this tick asked for.</summary>
        public void LockOut(int row)
        {
            fault.Set(row, lockedOut: true);
        }

        /// <summary>Service ends a lock-out; what is still wrong locks out again.</summary>
        public void Service()
        {
            fault.Clear();
            fast.Reset();
            slow.Reset();
        }

        /// <summary>A lock-out from before the restart holds on; row 0 means that there was none.</summary>
        public void RestoreLatched(int row)
        {
            if (row > 0)
            {
                LockOut(row);
            }
        }

        /// <summary>
        /// Takes rows out of a tick, so that a test can see what a check is worth. Only the host build has a body for it:
        /// on the device the compiler leaves the call out.
        /// </summary>
        partial void Mute(ref long firedRows);

        /// <summary>Lets a test go on without the proof of the cut-out; on the device there is no such thing.</summary>
        partial void Assume(ref bool proven);

        /// <summary>
        /// A proof counts until the end of the session that follows it at once; one that was cut short, or that no session
        /// followed, begins anew.
        /// </summary>
        private void RestartProof()
        {
            if (!context.Heating || !proof.Passed)
            {
                proof.Reset();
            }
        }

        /// <summary>
        /// Nothing speaks against heat: first the proof has its way, then the controller; before a start nobody, and the
        /// load switch stays open.
        /// </summary>
        private void Drive(bool arming, bool proven, float requestedPermille)
        {
            LoadSwitchOn = proven ? !arming : proof.SwitchOn;
            Heartbeat = proven || proof.Beat;
            DutyPermille = proven ? (arming || fast.NoHeat ? 0 : WholePermille(requestedPermille)) : proof.DutyPermille;
        }

        /// <summary>The first trip names the cause; a lock-out outranks a trip and never gives way.</summary>
        private void Remember(long fired)
        {
            long lockOuts = fired & SafetyActs.LockOut;
            long rows = lockOuts != 0 ? lockOuts : fired & (SafetyActs.Trip | context.Escalated);
            bool named = lockOuts != 0 ? fault.LockedOut : fault.Row != 0 && !fault.Torn;
            if (rows != 0 && !named)
            {
                fault.Set(SafetyActs.FirstOf(rows), lockOuts != 0 || fault.LockedOut);
            }
        }

        /// <summary>Whole permille, rounded down; anything that is not a number within 0..1000 is no heat.</summary>
        private static int WholePermille(float permille)
        {
            return Finite.IsWithin(permille, 0f, 1000f) ? (int)permille : 0;
        }
    }
}
