using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 56: before each session, or while its start is expected, every part of the cut-out shows that it can cut out, with a duty that heats nothing.
    /// Load switch open: no voltage, however the transistor is driven. Closed: no current with the transistor off. Both
    /// closed, and one heartbeat at the beginning: voltage, until the dead-man opens the load switch. It takes a
    /// quarter of a second; whatever differs from this is a fault, and nothing was heated yet.
    /// </summary>
    public sealed class CutOutProof
    {
        public const int Row = 56;

        /// <summary>75 mV on the mean at the heater's top node, and 0.2 W.</summary>
        public const int ProofPermille = 20;

        private const int OpenMs = 40;
        private const int ClosedMs = 80;
        private const int EarliestMs = 160;
        private const int LatestMs = 340;
        private const float DarkVolts = 0.03f;
        private const float DarkAmps = 0.02f;

        /// <summary>Time of the proof once it has passed: longer than any proof lasts.</summary>
        private const int PassedMs = 1000000;

        private int elapsedMs = -1;
        private bool conducted;

        /// <summary>The cut-out works.</summary>
        public bool Passed => elapsedMs >= PassedMs;

        /// <summary>Duty that the proof wants now.</summary>
        public int DutyPermille => SwitchOn && elapsedMs <= ClosedMs ? 0 : ProofPermille;

        /// <summary>The proof wants the load switch closed now.</summary>
        public bool SwitchOn => elapsedMs > OpenMs;

        /// <summary>The only heartbeat of the proof is due.</summary>
        public bool Beat => elapsedMs == 0;

        /// <summary>One tick of the proof; the samples are those of what it wanted in the last one.</summary>
        /// <returns>True where the cut-out has failed.</returns>
        public bool Step(SafetyContext context)
        {
            elapsedMs = elapsedMs < 0 ? 0 : elapsedMs + context.ElapsedMs;
            bool first = elapsedMs == 0;
            bool dark = Finite.IsWithin(context.Inputs.HeaterVolts, -1f, DarkVolts)
                && Finite.IsWithin(context.Inputs.HeaterAmps, -DarkAmps, DarkAmps);
            bool proven = first || dark;
            if (elapsedMs > ClosedMs)
            {
                // The first sample of this part still is of the one before.
                bool passed = conducted && dark && elapsedMs >= EarliestMs;
                proven = passed || ((dark ? !conducted : conducted || elapsedMs > ClosedMs + SafetyContext.PeriodMs)
                    && elapsedMs <= LatestMs);
                conducted |= !dark;
                elapsedMs = passed ? PassedMs : elapsedMs;
            }

            return !proven;
        }

        /// <summary>The next session needs a new one.</summary>
        public void Reset()
        {
            elapsedMs = -1;
            conducted = false;
        }
    }
}
