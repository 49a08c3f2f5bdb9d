using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// The holder's state machine: states of protocol.md section 7, session rules of the board. It decides what the
    /// heater should do and never what it may do: the supervisor stands behind it. Any input is survived; nothing
    /// allocates. Its work is cut into three, which the loop spreads over its ticks: <see cref="Sense"/> what hands
    /// do, <see cref="Decide"/> what follows, <see cref="Report"/> it. Only the last is seen outside, all at once.
    /// </summary>
    public sealed partial class SessionMachine
    {
        /// <summary>The lights show a reset for this long: off, two blinks, on.</summary>
        public const int ResetShownMs = 3000;

        private readonly HolderModel model;
        private readonly Settings settings;
        private readonly EventLog log;
        private readonly BatteryGauge gauge;
        private readonly UserRequests requests;
        private readonly Hands hands = new Hands();
        private readonly Interval sensing = new Interval();
        private readonly Interval deciding = new Interval();
        private readonly ActiveSession session = new ActiveSession();
        private readonly CalibrationRun calibration = new CalibrationRun();
        private readonly StartGate gate;
        private readonly IdleStates idle;
        private readonly UseCounter uses;
        private readonly SessionJournal journal;
        private readonly bool hasFlexAndPause;
        private HolderState state;
        private HeatPhase phase;
        private float setpointCelsius;
        private IndicationCues cues;
        private bool startExpected;
        private bool stickPresent;
        private bool docked;
        private bool locked;
        private bool running;
        private bool ended;
        private bool pressedInSession;
        private bool pressedInError;
        private bool releaseRequested;
        private int resetMs;

        public SessionMachine(HolderModel model, Settings settings, UsageCounters usage, EventLog log, BatteryGauge gauge,
            UserRequests requests)
        {
            this.model = model;
            this.settings = settings;
            uses = new UseCounter(usage);
            this.log = log;
            this.gauge = gauge;
            this.requests = requests;
            hasFlexAndPause = model.HasFlexAndPause;
            gate = new StartGate(settings, gauge);
            idle = new IdleStates(settings, gauge);
            journal = new SessionJournal(usage, log, gauge);
            Demand = new HeatDemand();
            Status = new HolderStatus();
        }

        public HeatDemand Demand { get; }

        /// <summary>All of it as of one moment; see <see cref="Report"/>.</summary>
        public HolderStatus Status { get; }

        /// <summary>Why the last session ended; None before the first and while one runs.</summary>
        public SessionEndReason LastEndReason { get; private set; }

        /// <summary>Why the last start was refused; None where it was not.</summary>
        public StartRefusal LastRefusal { get; private set; }

        /// <summary>The cell is being charged.</summary>
        public bool Charging => journal.Charging;

        /// <summary>Puffs taken in this session, or in the last one.</summary>
        public int PuffsTaken => session.PuffsTaken;

        /// <summary>What the user should notice, of all that happened since this was last taken.</summary>
        public IndicationCues TakeCues()
        {
            IndicationCues taken = cues;
            cues = IndicationCues.None;
            return taken;
        }

        /// <summary>Tripped checks are to be released, once: a reset, or a deliberate new start.</summary>
        public bool TakeReleaseRequest()
        {
            bool taken = releaseRequested;
            releaseRequested = false;
            return taken;
        }

        /// <summary>Looks at what hands do.</summary>
        public void Sense(long nowMs, BoardInputs inputs)
        {
            HandActs found = hands.Look(sensing.Next(nowMs), inputs);
            if ((found & HandActs.Press) != 0)
            {
                // A gesture belongs to what it began in: the end of a stop press must not start the next session.
                pressedInSession = running;
                pressedInError = state == HolderState.Error;
                requests.FindMyDevice = false;
            }

            HandActs waiting = hands.Waiting;
            bool tiltOnly = (waiting & ~HandActs.Tilt) == 0;
            if (running || hands.Pressing || !tiltOnly || (waiting != 0 && state != HolderState.Off))
            {
                idle.Wake();
            }
        }

        /// <summary>Decides what follows from hands, inputs and heater: demand and state, which will be reported.</summary>
        public void Decide(long nowMs, BoardInputs inputs, HeaterView heater)
        {
            if (ended)
            {
                // The gauge learns from a session in a turn of its own; what hands did waits.
                ended = false;
                gauge.EndSession(LastEndReason == SessionEndReason.Time || LastEndReason == SessionEndReason.Puffs);
                return;
            }

            int elapsedMs = deciding.Next(nowMs);
            HandActs acts = hands.Take();
            stickPresent = hands.StickPresent;
            docked = inputs.Docked;
            locked = settings.Locked;
            if ((acts & HandActs.ResetHold) != 0)
            {
                Reset();
            }
            else if (running)
            {
                StepSession(elapsedMs, inputs, heater, acts);
            }
            else if (calibration.Running)
            {
                StepCalibration(elapsedMs, inputs, heater);
            }
            else
            {
                StepIdle(nowMs, elapsedMs, inputs, heater, acts);
            }

            startExpected = phase == HeatPhase.Off && IsStartExpected(inputs);
        }

        /// <summary>
        /// Makes the demand and the status what was decided, in one moment: the heater follows the state that clients see,
        /// and they never see half a change. Writes the event log, one entry a turn.
        /// </summary>
        public void Report(long nowMs, BoardInputs inputs, HeaterView heater)
        {
            Demand.Phase = phase;
            Demand.SetpointCelsius = setpointCelsius;
            Demand.StartExpected = startExpected;
            Demand.ConfirmedMs = nowMs;
            gauge.Eco = hasFlexAndPause && settings.FlexBatteryEco;
            if (journal.Step(inputs, heater, session, LastEndReason))
            {
                cues |= IndicationCues.ChargeStart;
            }

            Status.State = state;
            Status.HeaterOn = phase != HeatPhase.Off;
            Status.StickPresent = stickPresent;
            Status.Docked = docked;
            Status.Locked = locked;
            Status.Puffing = running && heater.Puffing;
            Status.SecondsLeft = running ? session.SecondsLeft : 0;
            Status.PuffsLeft = running ? session.PuffsLeft : 0;
            StatusWriter.Write(Status, heater, Demand);
        }

        private void Reset()
        {
            if (running)
            {
                EndSession(SessionEndReason.User);
            }

            calibration.Stop();
            AskForNoHeat();
            journal.NoteReset();
            releaseRequested = true;
            cues |= IndicationCues.Reset;
            resetMs = ResetShownMs;
            state = HolderState.Reset;
        }

        private void AskForNoHeat()
        {
            AskFor(HeatPhase.Off, 0f);
        }

        private void AskFor(HeatPhase wanted, float celsius)
        {
            phase = wanted;
            setpointCelsius = celsius;
        }
    }
}
