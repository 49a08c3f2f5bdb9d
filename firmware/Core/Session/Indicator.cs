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

        /// <summary>Every pattern, as data.</summary>
        public IndicationPatterns Patterns { get; } = new IndicationPatterns();

        /// <summary>The light pattern that shows now; a passing one hides the lasting one.</summary>
        public IndicationPattern Lights => passing.Playing ? passing.Pattern : lasting.Pattern;

        /// <summary>The vibration that runs now, or null.</summary>
        public IndicationPattern Vibration => motor.Pattern;

        /// <summary>One step, after the state machine's; writes lights and vibration into <paramref name="outputs"/>.</summary>
        public void Step(long nowMs, BoardOutputs outputs)
        {
            IndicationPattern wanted = LastingPattern();
            if (wanted != lasting.Pattern && wanted != Patterns.Dark)
            {
                // What is new and lasts is more important than what was passing.
                passing.Stop();
            }

            lasting.Keep(wanted, nowMs);
            IndicationPattern once = PassingPattern();
            if (once != null)
            {
                passing.Play(once, nowMs);
            }

            StepMotor(nowMs);
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
                case HolderState.Preheat: return Patterns.Preheat;
                case HolderState.Session: return Patterns.Session;
                case HolderState.EndWarning: return Patterns.EndWarning;
                case HolderState.Paused: return Patterns.Paused;
                case HolderState.Error: return Patterns.Error;
                case HolderState.Charging: return session.Charging ? Patterns.Charging : Patterns.Dark;
                default: return Patterns.Dark;
            }
        }

        private IndicationPattern PassingPattern()
        {
            IndicationCues cues = session.Cues;
            if ((cues & IndicationCues.Reset) != 0)
            {
                return Patterns.Reset;
            }

            if ((cues & IndicationCues.StartRefused) != 0)
            {
                return RefusalPattern();
            }

            if ((cues & IndicationCues.TemperatureRange) != 0)
            {
                return Patterns.TemperatureRange;
            }

            if ((cues & IndicationCues.LowBattery) != 0)
            {
                return Patterns.LowBattery;
            }

            return (cues & IndicationCues.UsesLeft) != 0 ? UsesLeftPattern() : null;
        }

        private IndicationPattern RefusalPattern()
        {
            switch (session.LastRefusal)
            {
                case StartRefusal.Docked: return Patterns.RefusedDocked;
                case StartRefusal.Updating: return Patterns.RefusedUpdating;
                case StartRefusal.Fault: return Patterns.RefusedFault;
                case StartRefusal.Locked: return Patterns.RefusedLocked;
                case StartRefusal.NoStick: return Patterns.RefusedNoStick;
                case StartRefusal.Energy: return Patterns.LowBattery;
                default: return Patterns.TemperatureRange;
            }
        }

        private IndicationPattern UsesLeftPattern()
        {
            switch (gauge.UsesLeft)
            {
                case 0: return Patterns.LowBattery;
                case 1: return Patterns.OneUse;
                case 2: return Patterns.TwoUses;
                default: return Patterns.ThreeUses;
            }
        }

        private void StepMotor(long nowMs)
        {
            IndicationPattern once = MotorPattern();
            if (requests.FindMyDevice)
            {
                motor.Keep(Patterns.Find, nowMs);
            }
            else if (once != null)
            {
                motor.Play(once, nowMs);
            }
            else if (motor.Pattern == Patterns.Find)
            {
                motor.Stop();
            }
        }

        private IndicationPattern MotorPattern()
        {
            IndicationCues cues = session.Cues;
            if ((cues & IndicationCues.Ready) != 0 && settings.VibrateOnReady)
            {
                return Patterns.VibrateTwice;
            }

            if ((cues & IndicationCues.EndWarning) != 0)
            {
                return Patterns.VibrateTwice;
            }

            bool once = ((cues & IndicationCues.HeatingStart) != 0 && settings.VibrateOnHeatingStart)
                || ((cues & IndicationCues.ManualStop) != 0 && settings.VibrateOnManualStop);
            if (once)
            {
                return Patterns.VibrateOnce;
            }

            bool tick = ((cues & IndicationCues.PuffEnd) != 0 && settings.VibrateOnPuffEnd)
                || ((cues & IndicationCues.ChargeStart) != 0 && settings.VibrateOnChargeStart);
            return tick ? Patterns.VibrateTick : null;
        }
    }
}
