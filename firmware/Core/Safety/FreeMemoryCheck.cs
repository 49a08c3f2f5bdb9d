namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 51: less than 3 KB of the heap were free when the board last asked. To ask is to collect garbage, so it is done at
    /// boot and at rest; the loop itself allocates nothing, and what was free then still is in a session.
    /// </summary>
    public static class FreeMemoryCheck
    {
        public const int Row = 51;

        private const int LeastBytes = 3072;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            int bytes = context.Inputs.FreeMemoryBytes;
            return bytes >= 0 && bytes < LeastBytes;
        }
    }
}
