namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 26: the board above 85 °C, or the cell's skin above 60 °C.</summary>
    public static class HotBoardCheck
    {
        public const int Row = 26;

        private const int BoardMilliCelsius = 85000;
        private const int CellMilliCelsius = 60000;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return context.Inputs.BoardMilliCelsius > BoardMilliCelsius || context.Inputs.CellMilliCelsius > CellMilliCelsius;
        }
    }
}
