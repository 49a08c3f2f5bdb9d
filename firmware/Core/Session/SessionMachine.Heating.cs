using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>What goes on while the heater is on: a session, or a calibration run, and their ends.</summary>
    public sealed partial class SessionMachine
    {
        private void StepSession(int elapsedMs, BoardInputs inputs, HeaterView heater, HandActs acts)
        {
            SessionEndReason reason;
            if ((acts & HandActs.Hold) != 0 && pressedInSession)
            {
                cues |= IndicationCues.ManualStop;
                reason = SessionEndReason.User;
            }
            else if (inputs.Docked || inputs.ChargerActive || settings.Locked || !hands.StickPresent)
            {
                reason = SessionEndReason.User;
            }
            else
            {
                if ((acts & HandActs.ShortPress) != 0 && !session.TogglePause(hasFlexAndPause && settings.PauseMode))
                {
                    cues |= IndicationCues.UsesLeft;
                }

                reason = session.Step(elapsedMs, inputs, heater, hasFlexAndPause && settings.FlexPuff);
                cues |= session.Cues;
            }

            if (reason != SessionEndReason.None)
            {
                EndSession(reason);
                state = idle.AfterHeat(inputs, heater);
                return;
            }

            if ((session.Cues & IndicationCues.Ready) != 0)
            {
                uses.ReachedReady();
                journal.NoteReady();
            }

            state = session.State;
            AskFor(session.Phase, session.SetpointCelsius);
        }

        private void EndSession(SessionEndReason reason)
        {
            running = false;
            ended = true;
            LastEndReason = reason;
            journal.NoteEnd();
            idle.StartCooling();
            AskForNoHeat();
        }

        private void StepCalibration(int elapsedMs, BoardInputs inputs, HeaterView heater)
        {
            calibration.Step(elapsedMs, inputs, heater, hands.StickPresent);
            if (calibration.Running)
            {
                AskForCalibration(heater);
                return;
            }

            int tenthMilliJoule = (int)(HeaterCalibration.HeatCapacity(settings.Unit) * 10000f);
            log.Add(EventKind.Calibrated, heater.Calibration == CalibrationStage.Taken ? 0 : 1, tenthMilliJoule, inputs.RtcSeconds);
            idle.StartCooling();
            AskForNoHeat();
            state = idle.AfterHeat(inputs, heater);
        }

        private void AskForCalibration(HeaterView heater)
        {
            state = HolderState.Updating;
            AskFor(HeatPhase.Calibrate, CalibrationRun.SetpointCelsius(heater));
        }
    }
}
