using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>What the checks look at in one tick; one instance, filled by the supervisor.</summary>
    public sealed class SafetyContext
    {
        public SafetyContext(HeaterMeter meter)
        {
            Meter = meter;
        }

        /// <summary>The supervisor's own reading of the heater's monitor.</summary>
        public readonly HeaterMeter Meter;

        public BoardInputs Inputs;

        public HeatDemand Demand;

        /// <summary>Time of this tick, ms since boot.</summary>
        public long NowMs;

        /// <summary>Time since the last tick, 0..60000 ms; 0 in the first.</summary>
        public int ElapsedMs;

        /// <summary>The clock went back since the last tick.</summary>
        public bool ClockWentBack;

        /// <summary>Heat is demanded, and the demand was confirmed in this tick.</summary>
        public bool Heating;

        /// <summary>Duty that the controller wishes to apply, as it came: NaN and nonsense included.</summary>
        public float RequestedPermille;

        /// <summary>Heater temperature from its resistance, degrees Celsius; NaN where there is none.</summary>
        public float ResistanceCelsius;

        /// <summary>Puffs since the demand left Off.</summary>
        public int PuffCount;

        /// <summary>Set by a check that wants no heat in this tick before it fires.</summary>
        public bool NoHeat;

        /// <summary>The user allowed heating to start when a stick is inserted.</summary>
        public bool AutoStart;
    }
}
