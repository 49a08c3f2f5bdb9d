using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// One session from the first heat to its end: preheat, the session itself, its warning and its pauses.
    /// Knows nothing of docks, locks and buttons; the state machine ends it for those.
    /// </summary>
    public sealed class ActiveSession
    {
        private readonly ReadyDetector ready = new ReadyDetector();
        private readonly PuffBudget puffs = new PuffBudget();
        private readonly CellCutoff cutoff = new CellCutoff();
        private readonly HeatingProfile profile = HeatingProfile.Standard();
        private int preheatMs;
        private int runMs;
        private int pausedMs;
        private bool warned;
        private bool eco;

        /// <summary>Preheat, Session, EndWarning or Paused.</summary>
        public HolderState State { get; private set; } = HolderState.Preheat;

        /// <summary>What the user should notice of the last step.</summary>
        public IndicationCues Cues { get; private set; }

        /// <summary>Ready was reached (stays true to the end).</summary>
        public bool ReachedReady { get; private set; }

        /// <summary>Time from the first heat to Ready, or up to now before it.</summary>
        public int PreheatMs => preheatMs;

        /// <summary>Puffs taken since Ready.</summary>
        public int PuffsTaken => ReachedReady ? puffs.Taken : 0;

        /// <summary>Puffs left; the full number before Ready.</summary>
        public int PuffsLeft => ReachedReady ? puffs.Left : SessionRules.PuffLimit;

        /// <summary>Time left, rounded up to seconds; the full length before Ready.</summary>
        public int SecondsLeft
        {
            get
            {
                int leftMs = SessionRules.LengthMs - runMs;
                return leftMs <= 0 ? 0 : (leftMs + 999) / 1000;
            }
        }

        /// <summary>Phase for the heater.</summary>
        public HeatPhase Phase { get; private set; }

        /// <summary>Set point now, degrees Celsius.</summary>
        public float SetpointCelsius { get; private set; }

        /// <summary>The first heat; <paramref name="ecoMode"/> holds for the whole session.</summary>
        public void Begin(BoardInputs inputs, bool ecoMode)
        {
            State = HolderState.Preheat;
            Cues = IndicationCues.HeatingStart;
            ReachedReady = false;
            preheatMs = 0;
            runMs = 0;
            pausedMs = 0;
            warned = false;
            eco = ecoMode;
            ready.Reset();
            cutoff.Reset(inputs);
            Phase = HeatPhase.Preheat;
            SetpointCelsius = profile.PreheatCelsius;
        }

        /// <summary>A short press in a session: pauses or resumes.</summary>
        /// <returns>False where there is nothing to pause.</returns>
        public bool TogglePause(bool pauseMode)
        {
            if (State == HolderState.Paused)
            {
                State = NearEnd() ? HolderState.EndWarning : HolderState.Session;
                return true;
            }

            if (State == HolderState.Preheat || !pauseMode)
            {
                return false;
            }

            State = HolderState.Paused;
            return true;
        }

        /// <summary>One step; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        /// <returns>The reason for which the session ends now, or <see cref="SessionEndReason.None"/>.</returns>
        public SessionEndReason Step(int elapsedMs, BoardInputs inputs, HeaterView heater, bool flexPuff)
        {
            Cues = IndicationCues.None;
            if (heater.FaultRow != 0)
            {
                return SessionEndReason.Fault;
            }

            if (heater.Unattended)
            {
                return SessionEndReason.Time;
            }

            cutoff.Step(inputs, Phase == HeatPhase.Hold && heater.Valid ? SetpointCelsius - heater.Celsius : 0f);
            if (cutoff.Reached)
            {
                return SessionEndReason.Battery;
            }

            switch (State)
            {
                case HolderState.Preheat: return StepPreheat(elapsedMs, heater);
                case HolderState.Paused: return StepPaused(elapsedMs, heater, flexPuff);
                default: return StepRunning(elapsedMs, heater, flexPuff);
            }
        }

        private SessionEndReason StepPreheat(int elapsedMs, HeaterView heater)
        {
            Phase = HeatPhase.Preheat;
            SetpointCelsius = profile.PreheatCelsius;
            preheatMs += elapsedMs;
            if (ready.Step(elapsedMs, preheatMs, heater, profile.PreheatCelsius))
            {
                puffs.Start(heater);
                ReachedReady = true;
                State = HolderState.Session;
                Cues = IndicationCues.Ready;
                Phase = HeatPhase.Hold;
                SetpointCelsius = profile.AtCelsius(0, eco);
                return SessionEndReason.None;
            }

            return preheatMs >= SessionRules.MaximumPreheatMs ? SessionEndReason.Fault : SessionEndReason.None;
        }

        private SessionEndReason StepPaused(int elapsedMs, HeaterView heater, bool flexPuff)
        {
            Phase = HeatPhase.Paused;
            SetpointCelsius = profile.PauseCelsius;
            pausedMs += elapsedMs;
            puffs.Step(elapsedMs, heater, flexPuff);
            return pausedMs >= SessionRules.MaximumPauseMs ? SessionEndReason.Time : SessionEndReason.None;
        }

        private SessionEndReason StepRunning(int elapsedMs, HeaterView heater, bool flexPuff)
        {
            runMs += elapsedMs;
            Phase = HeatPhase.Hold;
            SetpointCelsius = profile.AtCelsius(runMs, eco);
            puffs.Step(elapsedMs, heater, flexPuff);
            if (puffs.PuffEnded)
            {
                Cues |= IndicationCues.PuffEnd;
            }

            if (puffs.Spent)
            {
                return SessionEndReason.Puffs;
            }

            if (runMs >= SessionRules.LengthMs)
            {
                return SessionEndReason.Time;
            }

            if (NearEnd())
            {
                Warn();
            }

            return SessionEndReason.None;
        }

        private void Warn()
        {
            State = HolderState.EndWarning;
            if (!warned)
            {
                warned = true;
                Cues |= IndicationCues.EndWarning;
            }
        }

        private bool NearEnd()
        {
            return puffs.NearEnd || runMs >= SessionRules.LengthMs - SessionRules.WarningMs;
        }
    }
}
