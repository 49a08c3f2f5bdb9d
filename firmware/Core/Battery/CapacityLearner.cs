namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// Learns what the full cell holds: the charge counted between two moments at which the charge is known without
    /// counting (full, rested, empty), over the difference of charge between them.
    /// </summary>
    public sealed class CapacityLearner
    {
        // Over less the errors of the two ends weigh too much.
        private const int LeastDifferencePermille = 500;

        // One measurement moves the capacity by two thirds of the way: two full discharges settle it.
        private const int WeightNumerator = 2;
        private const int WeightDenominator = 3;

        private bool known;
        private int fromPermille;
        private long fromUas;

        /// <summary>The charge is known without counting: <paramref name="permille"/>, 0..1000.</summary>
        /// <returns>True where the counter's capacity was learned anew.</returns>
        public bool Anchor(int permille, CoulombCounter counter)
        {
            int difference = known ? permille - fromPermille : 0;
            long movedUas = counter.NetUas - fromUas;
            bool enough = difference >= LeastDifferencePermille || difference <= -LeastDifferencePermille;
            if (enough || !known || permille > 990 || permille < 50)
            {
                known = true;
                fromPermille = permille;
                fromUas = counter.NetUas;
            }

            if (!enough)
            {
                return false;
            }

            long measuredUas = movedUas * 1000 / difference;
            if (measuredUas < counter.DesignUas / 2 || measuredUas > counter.DesignUas / 4 * 5)
            {
                return false;
            }

            long fullUas = counter.FullUas + ((measuredUas - counter.FullUas) * WeightNumerator / WeightDenominator);
            counter.Resize(fullUas);
            return true;
        }
    }
}
