using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 45: after ten minutes of rest the cell's voltage tells its charge. Where that is more than 10 % away from what was
    /// counted up to the rest, the count was wrong. The gauge learns anew by itself at the same moment; this tells it.
    /// </summary>
    public sealed class RestingCellCheck
    {
        public const int Row = 45;

        private const int RestMs = 600000;
        private const int LargestPermille = 100;

        /// <summary>What the cell's voltage is off its table.</summary>
        private const int MarginMv = 20;

        private int restMs;
        private int countedPermille;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.CellRests || context.ChargePermille < 0)
            {
                restMs = 0;
                return false;
            }

            if (restMs == 0)
            {
                countedPermille = context.ChargePermille;
            }

            if (restMs < RestMs)
            {
                restMs += context.TurnMs;
                return false;
            }

            return context.Inputs.CellMv > CellTable.OpenCircuitMvAt(countedPermille + LargestPermille) + MarginMv
                || context.Inputs.CellMv < CellTable.OpenCircuitMvAt(countedPermille - LargestPermille) - MarginMv;
        }
    }
}
