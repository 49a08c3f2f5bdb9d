using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Stands between the controller and the heater and can only take heat away. It reads the raw samples itself,
    /// shares no state with the controller, and remembers a trip: duty 0 and an open load switch from that very
    /// tick on, until <see cref="Release"/>; a lock-out is released by nothing. Its work has two parts:
    /// <see cref="Permit"/> within the tick, <see cref="Watch"/> after it.
    /// </summary>
    public sealed partial class Supervisor
    {
        private readonly SafetyContext context;
        private readonly PromptChecks prompt = new PromptChecks();
        private readonly FastChecks fast = new FastChecks();
        private readonly SlowChecks slow = new SlowChecks();
        private readonly CutOutProof proof = new CutOutProof();
        private readonly FaultMemory fault = new FaultMemory();
        private long noticed;
        private long forbidden;
        private long warning;
        private bool clearedToProve;
        private bool clearedToHeat;
        private bool proving;

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

        /// <summary>
        /// Permits what one tick may apply at once: nothing that the last <see cref="Watch"/> has not cleared, and nothing
        /// that a prompt check speaks against.
        /// </summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <param name="inputs">Raw samples; the same instance in every tick.</param>
        /// <param name="demand">What the state machine wants; the same instance in every tick.</param>
        /// <param name="requestedPermille">Duty that the controller wishes, unchecked.</param>
        public void Permit(long nowMs, BoardInputs inputs, HeatDemand demand, float requestedPermille)
        {
            // The outputs of a tick that does not come to its end; and a clearance is used up by whoever takes it.
            bool cleared = clearedToProve;
            bool heats = clearedToHeat;
            int appliedPermille = DutyPermille;
            clearedToProve = false;
            clearedToHeat = false;
            proving = false;
            DutyPermille = 0;
            LoadSwitchOn = false;
            Heartbeat = false;

            context.Observe(nowMs, inputs, demand, appliedPermille);
            context.RequestedPermille = requestedPermille;
            noticed = prompt.Step(context);
            Mute(ref noticed);
            if (!cleared || noticed != 0 || !(context.Heating || context.StartExpected))
            {
                return;
            }

            bool proven = proof.Passed;
            Assume(ref proven);
            if (!proven)
            {
                Prove();
            }
            else if (heats && context.Heating)
            {
                LoadSwitchOn = true;
                DutyPermille = fast.NoHeat ? 0 : WholePermille(requestedPermille);
            }
        }

        /// <summary>
        /// Runs the checks on what the tick saw, takes its heat away where one fires, and clears the next tick where none
        /// does.
        /// </summary>
        /// <param name="puffCount">Puffs since the demand left Off.</param>
        public void Watch(int puffCount)
        {
            context.Conclude(puffCount);
            long fired = noticed | fast.Step(context) | slow.Step(context) | (fault.Torn ? 1L << FaultMemory.CheckRow : 0);
            Mute(ref fired);
            warning = fired & (SafetyActs.Warn | SafetyActs.WarnThenTrip);
            forbidden = fired & (SafetyActs.Refuse | SafetyActs.WithholdHeartbeat);
            Remember(fired);
            bool sound = FaultRow == 0;
            Heartbeat = sound && (fired & SafetyActs.WithholdHeartbeat) == 0 && (!proving || proof.Beat);
            bool clear = sound && forbidden == 0;
            clearedToHeat = clear && context.Heating;
            clearedToProve = clear && (context.Heating || context.StartExpected);
            if (!clearedToProve)
            {
                Withdraw();
                RestartProof();
            }
            else if (fast.NoHeat && !proving)
            {
                DutyPermille = 0;
            }
        }

        /// <summary>The demand has ended: what the tick still permitted is taken back.</summary>
        public void Withdraw()
        {
            DutyPermille = 0;
            LoadSwitchOn = false;
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
            prompt.Reset();
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

        /// <summary>One tick of the proof, which has its way until it has passed.</summary>
        private void Prove()
        {
            if (proof.Step(context))
            {
                noticed |= 1L << CutOutProof.Row;
            }
            else if (!proof.Passed)
            {
                LoadSwitchOn = proof.SwitchOn;
                DutyPermille = proof.DutyPermille;
                proving = true;
            }
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
