using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 8: after ten minutes without heat, and with a board that holds its temperature, thermocouple and board are
    /// where the surroundings are. In a holder that was carried from warm to cold the board follows slowly: it is not
    /// steady, and nothing is compared.
    /// </summary>
    public sealed class RestAgreementCheck
    {
        public const int Row = 8;

        private const int RestMs = 600000;
        private const int WindowMs = 60000;
        private const int SteadyMilliCelsius = 700;
        private const float LargestCelsius = 15f;

        private int restMs;
        private int windowMs;
        private int windowMilliCelsius;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True for the turn in which a minute ends that it fires for.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.Heating)
            {
                Reset();
                return false;
            }

            restMs = restMs < RestMs ? restMs + context.TurnMs : RestMs;
            windowMs += context.TurnMs;
            if (windowMs < WindowMs)
            {
                return false;
            }

            int board = context.Inputs.BoardMilliCelsius;
            int moved = board - windowMilliCelsius;
            bool steady = moved >= -SteadyMilliCelsius && moved <= SteadyMilliCelsius;
            float apart = context.Inputs.ThermocoupleCelsius - (board / 1000f);
            windowMs = 0;
            windowMilliCelsius = board;
            return restMs >= RestMs && steady && !Finite.IsWithin(apart, -LargestCelsius, LargestCelsius);
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            restMs = 0;
            windowMs = 0;
        }
    }
}
