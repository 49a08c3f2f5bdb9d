using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Turns states and cues into lights and vibration: a lasting light pattern by state, a passing one over it by
    /// cue, and the motor on its own. Allocates nothing after its construction.
    /// </summary>
    public sealed class Indicator
    {
        private readonly SessionMachine session;
        private readonly Settings settings;
        private readonly BatteryGauge gauge;
        private readonly UserRequests requests;
        private readonly PatternPlayer lasting = new PatternPlayer();
        private readonly PatternPlayer passing = new PatternPlayer();
        private readonly PatternPlayer motor = new PatternPlayer();

        public Indicator(SessionMachine session, Settings settings, BatteryGauge gauge, UserRequests requests)
        {
            this.session = session;
            this.settings = settings;
            this.gauge = gauge;
            this.requests = requests;
        }

        /// <summary>The light pattern that shows now; a passing one hides the lasting one.</summary>
        public IndicationPattern Lights => passing.Playing ? passing.Pattern : lasting.Pattern;

        /// <summary>The vibration that runs now.</summary>
        public IndicationPattern Vibration => motor.Pattern;

        /// <summary>One step, after the state machine's; writes lights and vibration into <paramref name="outputs"/>.</summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <param name="cues">What the user should notice of the time since the last step.</param>
        /// <param name="outputs">Lights and vibration.</param>
        public void Step(long nowMs, IndicationCues cues, BoardOutputs outputs)
        {
            IndicationPattern wanted = LastingPattern();
            if (wanted != lasting.Pattern && wanted != IndicationPattern.Dark)
            {
                // What is new and lasts is more important than what was passing.
                passing.Stop();
            }

            lasting.Keep(wanted, nowMs);
            IndicationPattern once = PassingPattern(cues);
            if (once != IndicationPattern.None)
            {
                passing.Play(once, nowMs);
            }

            StepMotor(nowMs, cues);
            lasting.Step(nowMs);
            passing.Step(nowMs);
            motor.Step(nowMs);

            PatternPlayer lights = passing.Playing ? passing : lasting;
            outputs.LightPermille[0] = Dimmed(lights.LightPermille(0));
            outputs.LightPermille[1] = Dimmed(lights.LightPermille(1));
            outputs.LightPermille[2] = Dimmed(lights.LightPermille(2));
            outputs.BottomWhitePermille = Dimmed(lights.LightPermille(3));
            outputs.BottomRedPermille = Dimmed(lights.LightPermille(4));
            outputs.VibrationPermille = motor.VibrationPermille;
        }

        private int Dimmed(int permille)
        {
            int percent = settings.BrightnessPercent;
            percent = percent < 0 ? 0 : percent > 100 ? 100 : percent;
            return permille * percent / 100;
        }

        private IndicationPattern LastingPattern()
        {
            switch (session.Status.State)
            {
                case HolderState.Preheat: return IndicationPattern.Preheat;
                case HolderState.Session: return IndicationPattern.Session;
                case HolderState.EndWarning: return IndicationPattern.EndWarning;
                case HolderState.Paused: return IndicationPattern.Paused;
                case HolderState.Error: return IndicationPattern.Error;
                case HolderState.Charging: return session.Charging ? IndicationPattern.Charging : IndicationPattern.Dark;
                default: return IndicationPattern.Dark;
            }
        }

        private IndicationPattern PassingPattern(IndicationCues cues)
        {
            if ((cues & IndicationCues.Reset) != 0)
            {
                return IndicationPattern.Reset;
            }

            if ((cues & IndicationCues.StartRefused) != 0)
            {
                return RefusalPattern();
            }

            if ((cues & IndicationCues.TemperatureRange) != 0)
            {
                return IndicationPattern.TemperatureRange;
            }

            if ((cues & IndicationCues.LowBattery) != 0)
            {
                return IndicationPattern.LowBattery;
            }

            return (cues & IndicationCues.UsesLeft) != 0 ? UsesLeftPattern() : IndicationPattern.None;
        }

        private IndicationPattern RefusalPattern()
        {
            switch (session.LastRefusal)
            {
                case StartRefusal.Docked: return IndicationPattern.RefusedDocked;
                case StartRefusal.Updating: return IndicationPattern.RefusedUpdating;
                case StartRefusal.Fault: return IndicationPattern.RefusedFault;
                case StartRefusal.Locked: return IndicationPattern.RefusedLocked;
                case StartRefusal.NoStick: return IndicationPattern.RefusedNoStick;
                case StartRefusal.Energy: return IndicationPattern.LowBattery;
                case StartRefusal.Voltage: return IndicationPattern.RefusedVoltage;
                default: return IndicationPattern.TemperatureRange;
            }
        }

        private IndicationPattern UsesLeftPattern()
        {
            switch (gauge.UsesLeft)
            {
                case 0: return IndicationPattern.LowBattery;
                case 1: return IndicationPattern.OneUse;
                case 2: return IndicationPattern.TwoUses;
                default: return IndicationPattern.ThreeUses;
            }
        }

        private void StepMotor(long nowMs, IndicationCues cues)
        {
            IndicationPattern once = MotorPattern(cues);
            if (requests.FindMyDevice)
            {
                motor.Keep(IndicationPattern.Find, nowMs);
            }
            else if (once != IndicationPattern.None)
            {
                motor.Play(once, nowMs);
            }
            else if (motor.Pattern == IndicationPattern.Find)
            {
                motor.Stop();
            }
        }

        private IndicationPattern MotorPattern(IndicationCues cues)
        {
            if ((cues & IndicationCues.Ready) != 0 && settings.VibrateOnReady)
            {
                return IndicationPattern.VibrateTwice;
            }

            if ((cues & IndicationCues.EndWarning) != 0)
            {
                return IndicationPattern.VibrateTwice;
            }

            bool once = ((cues & IndicationCues.HeatingStart) != 0 && settings.VibrateOnHeatingStart)
                || ((cues & IndicationCues.ManualStop) != 0 && settings.VibrateOnManualStop);
            if (once)
            {
                return IndicationPattern.VibrateOnce;
            }

            bool tick = ((cues & IndicationCues.PuffEnd) != 0 && settings.VibrateOnPuffEnd)
                || ((cues & IndicationCues.ChargeStart) != 0 && settings.VibrateOnChargeStart);
            return tick ? IndicationPattern.VibrateTick : IndicationPattern.None;
        }
    }
}
