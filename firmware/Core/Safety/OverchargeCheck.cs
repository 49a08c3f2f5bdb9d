namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 41: a cell above 4.25 V in three looks, or one that is charged for more than three hours: 250 mAh at 250 mA
    /// take an hour, and the end of the charge as long again. Locked out, the holder does not charge either.
    /// </summary>
    public sealed class OverchargeCheck
    {
        public const int Row = 41;

        private const int HighestMv = 4250;
        private const int NeededLooks = 3;
        private const int LongestMs = 3 * 3600 * 1000;

        private int count;
        private int chargingMs;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            count = context.Inputs.CellMv > HighestMv ? count + 1 : 0;
            chargingMs = context.Inputs.ChargerActive ? chargingMs + context.TurnMs : 0;
            return count >= NeededLooks || chargingMs > LongestMs;
        }
    }
}
