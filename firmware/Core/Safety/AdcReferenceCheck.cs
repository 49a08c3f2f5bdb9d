namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 9: the 1.225 V reference, which every analog channel is scaled by. The converters differ by -8 to +10 % from
    /// chip to chip, but one chip stays within 3 % of what it told first.
    /// </summary>
    public sealed class AdcReferenceCheck
    {
        public const int Row = 9;

        private const int LowestMv = 1085;
        private const int HighestMv = 1375;
        private const int DriftPercent = 3;
        private const int NeededLooks = 3;

        private int firstMv;
        private int count;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            int mv = context.Inputs.ReferenceMv;
            if (mv < LowestMv || mv > HighestMv)
            {
                count++;
                return count >= NeededLooks;
            }

            firstMv = firstMv == 0 ? mv : firstMv;
            int drift = (mv - firstMv) * 100;
            int limit = DriftPercent * firstMv;
            count = drift > limit || drift < -limit ? count + 1 : 0;
            return count >= NeededLooks;
        }
    }
}
