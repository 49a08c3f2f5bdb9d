using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>What goes on while the heater is off: lights for who asks, and starts for who may.</summary>
    public sealed partial class SessionMachine
    {
        private void StepIdle(long nowMs, int elapsedMs, BoardInputs inputs, HeaterView heater, HandActs acts)
        {
            if (resetMs > elapsedMs)
            {
                resetMs -= elapsedMs;
                return;
            }

            resetMs = 0;
            bool mayStart = !pressedInSession;
            if ((acts & HandActs.CalibrateHold) != 0 && mayStart && calibration.TryBegin(inputs, heater, hands.StickPresent))
            {
                Demand.SessionStartMs = nowMs;
                AskForCalibration(heater);
                return;
            }

            HandActs starting = pressedInError ? HandActs.HoldReleased : HandActs.Hold;
            bool byButton = mayStart && (acts & starting) != 0;
            bool byStick = (acts & HandActs.StickInserted) != 0 && settings.AutoStart && model.HasAutoStart;
            if (byButton || byStick)
            {
                TryStart(nowMs, inputs, heater, byButton);
                return;
            }

            bool asked = (acts & HandActs.ShortPress) != 0
                || ((acts & HandActs.Tilt) != 0 && state != HolderState.Off)
                || ((acts & HandActs.DoubleTap) != 0 && settings.SmartGesture && model.HasSmartGesture);
            if (asked)
            {
                cues |= IndicationCues.UsesLeft;
            }

            Rest(idle.Step(elapsedMs, inputs, heater, hands.StickPresent));
        }

        private void TryStart(long nowMs, BoardInputs inputs, HeaterView heater, bool byButton)
        {
            bool updating = state == HolderState.Updating;
            LastRefusal = gate.Check(inputs, heater, idle.Ambient, hands.StickPresent, updating, byButton);
            if (LastRefusal != StartRefusal.None)
            {
                cues |= IndicationCues.StartRefused;
                log.Add(EventKind.StartRefused, (int)LastRefusal, gate.Value, inputs.RtcSeconds);
                return;
            }

            releaseRequested = heater.FaultRow != 0;
            running = true;
            LastEndReason = SessionEndReason.None;
            session.Begin(inputs, gauge.Eco);
            gauge.BeginSession();
            cues |= session.Cues;
            state = HolderState.Preheat;
            Demand.SessionStartMs = nowMs;
            AskFor(session.Phase, session.SetpointCelsius);
            uses.Started(inputs.RtcSeconds);
        }

        private void Rest(HolderState next)
        {
            if (next != state && next == HolderState.TemperatureFault)
            {
                cues |= IndicationCues.TemperatureRange;
            }

            if (next != state && next == HolderState.LowBattery)
            {
                cues |= IndicationCues.LowBattery;
            }

            state = next;
        }

        /// <summary>Whether the next second may bring a start: what the supervisor proves before one then costs it no time.</summary>
        private bool IsStartExpected(BoardInputs inputs)
        {
            bool byButton = hands.HoldExpected && hands.StickPresent && !pressedInSession;
            bool byStick = hands.Inserting && settings.AutoStart && model.HasAutoStart;
            return (byButton || byStick) && !inputs.Docked && !inputs.ChargerActive && !settings.Locked;
        }
    }
}
