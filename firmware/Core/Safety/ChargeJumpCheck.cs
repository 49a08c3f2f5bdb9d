namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 44: a charge that moves by more than 5 % within a minute of rest, though nothing flows: the gauge is not to be
    /// believed. The first minute after a load is left out, for there the gauge takes back what the load made it guess.
    /// </summary>
    public sealed class ChargeJumpCheck
    {
        public const int Row = 44;

        private const int MinuteMs = 60000;
        private const int LargestPermille = 50;

        /// <summary>No whole minute of rest yet; after the first it is left out no longer.</summary>
        private const int JustUsed = -2;
        private const int LeftOut = -1;

        /// <summary>Charge when the last minute of rest ended, permille.</summary>
        private int permille = JustUsed;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True for the turn in which a minute ends that it fires for.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.CellRests || context.ChargePermille < 0)
            {
                permille = JustUsed;
                return false;
            }

            if (context.NowMs % MinuteMs >= context.TurnMs)
            {
                return false;
            }

            int moved = permille < 0 ? 0 : context.ChargePermille - permille;
            permille = permille == JustUsed ? LeftOut : context.ChargePermille;
            return moved > LargestPermille || moved < -LargestPermille;
        }
    }
}
