using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 22: the first resistance of a session that begins cold, against the calibrated one at the thermocouple's
    /// temperature: 10 % apart means another heater, a bad contact, or a calibration that is not this unit's.
    /// </summary>
    public sealed class ResistanceDriftCheck
    {
        public const int Row = 22;

        private const float A = 3.9083e-3f;
        private const float ColdCelsius = 60f;

        /// <summary>By then the heater is some 25 °C ahead of the thermocouple.</summary>
        private const float FirstJoules = 2f;

        private const float LowestShare = 0.9f;
        private const float HighestShare = 1.1f;

        private bool compared;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True in the tick of that first resistance.</returns>
        public bool Step(SafetyContext context)
        {
            if (compared || !context.HasResistance)
            {
                return false;
            }

            compared = true;
            float couple = context.Inputs.ThermocoupleCelsius;
            return Finite.IsWithin(couple, -ColdCelsius, ColdCelsius) && context.SessionJoules < FirstJoules
                && !Finite.IsWithin(context.Ratio / (1f + (A * couple)), LowestShare, HighestShare);
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            compared = false;
        }
    }
}
