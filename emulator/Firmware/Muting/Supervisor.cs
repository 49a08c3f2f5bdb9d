namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>The host build's own half: rows can be taken out of force, which the device has no code for.</summary>
    public sealed partial class Supervisor
    {
        /// <summary>
        /// Rows that are not acted upon, bit n for row n; for mutants, which show what a check is worth. The check itself
        /// runs on. Row 6 still takes the heat away for as long as a sample is old, before it would trip;
        /// without row 56 a session begins unproven.
        /// </summary>
        public long MutedRows { get; set; }

        partial void Mute(ref long firedRows)
        {
            firedRows &= ~MutedRows;
        }

        partial void Assume(ref bool proven)
        {
            proven |= (MutedRows & (1L << CutOutProof.Row)) != 0;
        }
    }
}
