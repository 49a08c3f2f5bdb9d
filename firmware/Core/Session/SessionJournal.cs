using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Writes what happened into the event log: trips (and lock-outs where they survive a power cut), sessions, resets,
    /// charging. One entry a turn, the cause before what it led to; what is left waits for the next turn.
    /// </summary>
    public sealed class SessionJournal
    {
        private readonly UsageCounters usage;
        private readonly EventLog log;
        private readonly BatteryGauge gauge;
        private int toldRow;
        private bool ready;
        private bool ended;
        private bool reset;
        private bool charging;

        public SessionJournal(UsageCounters usage, EventLog log, BatteryGauge gauge)
        {
            this.usage = usage;
            this.log = log;
            this.gauge = gauge;
        }

        /// <summary>The cell is being charged.</summary>
        public bool Charging => charging;

        /// <summary>A session reached Ready.</summary>
        public void NoteReady()
        {
            ready = true;
        }

        /// <summary>A session ended.</summary>
        public void NoteEnd()
        {
            ended = true;
        }

        /// <summary>The user reset the holder.</summary>
        public void NoteReset()
        {
            reset = true;
        }

        /// <summary>One turn.</summary>
        /// <returns>True where charging began.</returns>
        public bool Step(BoardInputs inputs, HeaterView heater, ActiveSession session, SessionEndReason reason)
        {
            bool chargingNow = inputs.Docked && inputs.ChargerActive;
            if (heater.FaultRow != toldRow)
            {
                toldRow = heater.FaultRow;
                TellFault(heater, inputs.RtcSeconds);
            }
            else if (ready)
            {
                ready = false;
                log.Add(EventKind.SessionStarted, 0, session.PreheatMs / 1000, inputs.RtcSeconds);
            }
            else if (ended)
            {
                ended = false;
                log.Add(EventKind.SessionEnded, (int)reason, session.PuffsTaken, inputs.RtcSeconds);
            }
            else if (reset)
            {
                reset = false;
                log.Add(EventKind.Reset, 0, 0, inputs.RtcSeconds);
            }
            else if (chargingNow != charging)
            {
                charging = chargingNow;
                log.Add(charging ? EventKind.ChargeStarted : EventKind.ChargeEnded, 0, gauge.ShownSocPercent, inputs.RtcSeconds);
                return charging;
            }

            return false;
        }

        private void TellFault(HeaterView heater, uint rtcSeconds)
        {
            bool restored = heater.FaultLatched && toldRow == usage.LatchedFaultRow;
            if (toldRow == 0 || restored)
            {
                return;
            }

            log.Add(EventKind.Fault, toldRow & 0xFF, CelsiusRounding.WholeCelsius(heater.Celsius), rtcSeconds);
            if (heater.FaultLatched)
            {
                usage.LatchedFaultRow = toldRow;
                usage.Dirty = true;
            }
        }
    }
}
