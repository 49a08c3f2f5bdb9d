using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// The holder's state machine: states of protocol.md section 7, session rules of the board. It decides what the
    /// heater should do and never what it may do: the supervisor stands behind it. Any input is survived; a step
    /// allocates nothing.
    /// </summary>
    public sealed class SessionMachine
    {
        /// <summary>The lights show a reset for this long: off, two blinks, on.</summary>
        public const int ResetShownMs = 3000;

        // A longer gap is no step but a broken clock; it must not overflow the timers.
        private const int MaximumStepMs = 60000;

        private readonly HolderModel model;
        private readonly Settings settings;
        private readonly EventLog log;
        private readonly BatteryGauge gauge;
        private readonly UserRequests requests;
        private readonly ButtonDecoder button = new ButtonDecoder();
        private readonly StickSwitch stick = new StickSwitch();
        private readonly ActiveSession session = new ActiveSession();
        private readonly CalibrationRun calibration = new CalibrationRun();
        private readonly StartGate gate;
        private readonly IdleStates idle;
        private readonly UseCounter uses;
        private readonly FaultJournal faults;
        private readonly ChargeJournal charge;
        private bool running;
        private bool pressedInSession;
        private bool pressedInError;
        private bool wasDocked;
        private long lastMs = -1;
        private long resetMs;

        public SessionMachine(HolderModel model, Settings settings, UsageCounters usage, EventLog log, BatteryGauge gauge,
            UserRequests requests)
        {
            this.model = model;
            this.settings = settings;
            uses = new UseCounter(usage);
            this.log = log;
            this.gauge = gauge;
            this.requests = requests;
            gate = new StartGate(settings, gauge);
            idle = new IdleStates(settings, gauge);
            faults = new FaultJournal(usage, log);
            charge = new ChargeJournal(log, gauge);
            Demand = new HeatDemand();
            Status = new HolderStatus();
        }

        public HeatDemand Demand { get; }

        public HolderStatus Status { get; }

        /// <summary>Why the last session ended; None before the first and while one runs.</summary>
        public SessionEndReason LastEndReason { get; private set; }

        /// <summary>Why the last start was refused; None where it was not.</summary>
        public StartRefusal LastRefusal { get; private set; }

        /// <summary>What the user should notice of the last step.</summary>
        public IndicationCues Cues { get; private set; }

        /// <summary>Tripped checks are to be released before the next step: a reset, or a deliberate new start.</summary>
        public bool ReleaseRequested { get; private set; }

        /// <summary>The cell is being charged.</summary>
        public bool Charging => charge.Charging;

        /// <summary>Puffs taken in this session, or in the last one.</summary>
        public int PuffsTaken => session.PuffsTaken;

        /// <summary>One step of 20 ms: looks at the inputs and at the heater, updates Demand and Status.</summary>
        public void Step(long nowMs, BoardInputs inputs, HeaterView heater)
        {
            long elapsedMs = ElapsedMs(nowMs);
            Cues = IndicationCues.None;
            ReleaseRequested = false;
            gauge.Eco = model.HasFlexAndPause && settings.FlexBatteryEco;
            button.Step(elapsedMs, inputs.ButtonPressed);
            stick.Step(elapsedMs, inputs.StickPresent);
            faults.Step(heater, inputs.RtcSeconds);
            if (charge.Step(inputs))
            {
                Cues |= IndicationCues.ChargeStart;
            }

            NoteActivity(inputs);
            HolderState next;
            if (button.ResetHold)
            {
                next = BeginReset(inputs);
            }
            else if (calibration.Running)
            {
                next = StepCalibration(elapsedMs, inputs, heater);
            }
            else if (running)
            {
                next = StepSession(elapsedMs, inputs, heater);
            }
            else
            {
                next = StepIdle(nowMs, elapsedMs, inputs, heater);
            }

            Enter(next);
            UpdateDemand(nowMs, heater);
            UpdateStatus(inputs, heater);
        }

        private long ElapsedMs(long nowMs)
        {
            long elapsedMs = lastMs < 0 ? 0 : nowMs - lastMs;
            lastMs = nowMs;
            if (elapsedMs < 0)
            {
                return 0;
            }

            return elapsedMs > MaximumStepMs ? MaximumStepMs : elapsedMs;
        }

        private void NoteActivity(BoardInputs inputs)
        {
            // A gesture belongs to what it began in: the end of a stop press must not start the next session.
            if (button.Pressed)
            {
                pressedInSession = running;
                pressedInError = Status.State == HolderState.Error;
                requests.FindMyDevice = false;
            }

            bool tiltWakes = inputs.Tilted && Status.State != HolderState.Off;
            if (running || button.IsDown || stick.Inserted || stick.Removed || inputs.Docked != wasDocked || inputs.DoubleTapped
                || tiltWakes)
            {
                idle.Wake();
            }

            wasDocked = inputs.Docked;
        }

        private HolderState BeginReset(BoardInputs inputs)
        {
            if (running)
            {
                EndSession(SessionEndReason.User, inputs);
            }

            calibration.Stop();
            log.Add(EventKind.Reset, 0, 0, inputs.RtcSeconds);
            ReleaseRequested = true;
            Cues |= IndicationCues.Reset;
            resetMs = ResetShownMs;
            return HolderState.Reset;
        }

        private HolderState StepSession(long elapsedMs, BoardInputs inputs, HeaterView heater)
        {
            SessionEndReason reason = SessionEndReason.None;
            if (button.Hold && pressedInSession)
            {
                Cues |= IndicationCues.ManualStop;
                reason = SessionEndReason.User;
            }
            else if (inputs.Docked || inputs.ChargerActive || settings.Locked || !stick.Present)
            {
                reason = SessionEndReason.User;
            }
            else
            {
                if (button.ShortPress && !session.TogglePause(model.HasFlexAndPause && settings.PauseMode))
                {
                    Cues |= IndicationCues.UsesLeft;
                }

                reason = session.Step(elapsedMs, inputs, heater, model.HasFlexAndPause && settings.FlexPuff);
                Cues |= session.Cues;
                if ((session.Cues & IndicationCues.Ready) != 0)
                {
                    uses.ReachedReady();
                    log.Add(EventKind.SessionStarted, 0, (int)(session.PreheatMs / 1000), inputs.RtcSeconds);
                }
            }

            if (reason == SessionEndReason.None)
            {
                return session.State;
            }

            EndSession(reason, inputs);
            return idle.Step(0, inputs, heater, stick.Present);
        }

        private void EndSession(SessionEndReason reason, BoardInputs inputs)
        {
            running = false;
            gauge.EndSession(reason == SessionEndReason.Time || reason == SessionEndReason.Puffs);
            LastEndReason = reason;
            log.Add(EventKind.SessionEnded, (int)reason, session.PuffsTaken, inputs.RtcSeconds);
            idle.StartCooling();
        }

        private HolderState StepIdle(long nowMs, long elapsedMs, BoardInputs inputs, HeaterView heater)
        {
            resetMs = resetMs > elapsedMs ? resetMs - elapsedMs : 0;
            if (resetMs > 0)
            {
                return HolderState.Reset;
            }

            if (button.CalibrateHold && !pressedInSession && calibration.TryBegin(inputs, heater, stick.Present))
            {
                Demand.SessionStartMs = nowMs;
                return HolderState.Updating;
            }

            bool byButton = !pressedInSession && (pressedInError ? button.HoldReleased : button.Hold);
            bool byStick = stick.Inserted && settings.AutoStart && model.HasAutoStart;
            if ((byButton || byStick) && TryStart(nowMs, inputs, heater, byButton))
            {
                return HolderState.Preheat;
            }

            bool asked = button.ShortPress || (inputs.Tilted && Status.State != HolderState.Off)
                || (inputs.DoubleTapped && settings.SmartGesture && model.HasSmartGesture);
            if (asked)
            {
                Cues |= IndicationCues.UsesLeft;
            }

            return idle.Step(elapsedMs, inputs, heater, stick.Present);
        }

        private HolderState StepCalibration(long elapsedMs, BoardInputs inputs, HeaterView heater)
        {
            calibration.Step(elapsedMs, inputs, heater, stick.Present);
            if (calibration.Running)
            {
                return HolderState.Updating;
            }

            int tenthMilliJoule = (int)(HeaterCalibration.HeatCapacity(settings.Unit) * 10000f);
            log.Add(EventKind.Calibrated, heater.Calibration == CalibrationStage.Taken ? 0 : 1, tenthMilliJoule, inputs.RtcSeconds);
            idle.StartCooling();
            return idle.Step(0, inputs, heater, stick.Present);
        }

        private bool TryStart(long nowMs, BoardInputs inputs, HeaterView heater, bool byButton)
        {
            bool updating = Status.State == HolderState.Updating;
            LastRefusal = gate.Check(inputs, heater, idle.Ambient, stick.Present, updating, byButton);
            if (LastRefusal != StartRefusal.None)
            {
                Cues |= IndicationCues.StartRefused;
                log.Add(EventKind.StartRefused, (int)LastRefusal, gate.Value, inputs.RtcSeconds);
                return false;
            }

            ReleaseRequested = heater.FaultRow != 0;
            running = true;
            LastEndReason = SessionEndReason.None;
            session.Begin(inputs, gauge.Eco);
            gauge.BeginSession();
            Cues |= session.Cues;
            Demand.SessionStartMs = nowMs;
            uses.Started(inputs.RtcSeconds);
            return true;
        }

        private void Enter(HolderState next)
        {
            if (next != Status.State && next == HolderState.TemperatureFault)
            {
                Cues |= IndicationCues.TemperatureRange;
            }

            if (next != Status.State && next == HolderState.LowBattery)
            {
                Cues |= IndicationCues.LowBattery;
            }

            Status.State = next;
        }

        private void UpdateDemand(long nowMs, HeaterView heater)
        {
            Demand.ConfirmedMs = nowMs;
            if (running)
            {
                Demand.Phase = session.Phase;
                Demand.SetpointCelsius = session.SetpointCelsius;
            }
            else if (calibration.Running)
            {
                Demand.Phase = HeatPhase.Calibrate;
                Demand.SetpointCelsius = CalibrationRun.SetpointCelsius(heater);
            }
            else
            {
                Demand.Phase = HeatPhase.Off;
                Demand.SetpointCelsius = 0f;
            }
        }

        private void UpdateStatus(BoardInputs inputs, HeaterView heater)
        {
            StatusWriter.Write(Status, inputs, heater, Demand);
            Status.StickPresent = stick.Present;
            Status.Locked = settings.Locked;
            Status.Puffing = running && heater.Puffing;
            Status.SecondsLeft = running ? session.SecondsLeft : 0;
            Status.PuffsLeft = running ? session.PuffsLeft : 0;
        }
    }
}
