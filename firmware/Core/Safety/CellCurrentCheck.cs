namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 39: the cell gives more than 1.3 times the 4 A that 12 W at 3.0 V take, in two looks.</summary>
    public sealed class CellCurrentCheck
    {
        public const int Row = 39;

        /// <summary>Positive charges.</summary>
        private const int LargestDischargeMa = -5200;

        private const int NeededLooks = 2;

        private int count;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            count = context.Inputs.CellMa < LargestDischargeMa ? count + 1 : 0;
            return count >= NeededLooks;
        }
    }
}
