namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 44: a charge that moves by more than 5 % within a minute of rest, though nothing flows: the gauge is not to be
    /// believed. The first minute after a load is left out, for there the gauge takes back what the load made it guess.
    /// </summary>
    public sealed class ChargeJumpCheck
    {
        public const int Row = 44;

        private const int WindowMs = 60000;
        private const int LargestPermille = 50;

        private int restMs;
        private int permille = -1;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True for the turn in which a minute ends that it fires for.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.CellRests || context.ChargePermille < 0)
            {
                restMs = 0;
                permille = -1;
                return false;
            }

            restMs += context.TurnMs;
            if (restMs < WindowMs)
            {
                return false;
            }

            int moved = permille < 0 ? 0 : context.ChargePermille - permille;
            permille = context.ChargePermille;
            restMs = 0;
            return moved > LargestPermille || moved < -LargestPermille;
        }
    }
}
