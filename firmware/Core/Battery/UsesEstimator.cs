namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Sessions that the charge still allows. Rises only with a reason (charge, rest): it does not flicker.</summary>
    public sealed class UsesEstimator
    {
        /// <summary>Energy of a session at the normal set point, joules out of the cell.</summary>
        public const int SessionJoules = 1100;

        /// <summary>Energy of a session at the eco set point, joules out of the cell.</summary>
        public const int EcoSessionJoules = 1070;

        /// <summary>Most sessions that are shown at the normal set point.</summary>
        public const int MaximumUses = 2;

        // A session must fit with 15 % to spare (checklist row 43).
        private const int MarginPermille = 1150;

        /// <summary>Sessions at the normal set point, 0..2.</summary>
        public int Uses { get; private set; }

        /// <summary>Sessions in eco mode, 0..3: the lower set point, and the margin given up for one use more.</summary>
        public int EcoUses { get; private set; }

        /// <summary>Judges the charge: <paramref name="permille"/> left, known within <paramref name="sigmaPermille"/>.</summary>
        public void Step(int permille, int sigmaPermille, int fullMah, bool mayRise)
        {
            int certainPermille = permille - (2 * sigmaPermille);
            int joules = CellTable.StoredJoulesAt(certainPermille) * fullMah / CellTable.DesignCapacityMah;
            int uses = joules * 1000 / (SessionJoules * MarginPermille);
            uses = uses > MaximumUses ? MaximumUses : uses;

            int ecoUses = joules / EcoSessionJoules;
            int ecoMost = uses < MaximumUses ? uses + 1 : MaximumUses + 1;
            ecoUses = ecoUses > ecoMost ? ecoMost : ecoUses < uses ? uses : ecoUses;

            if (mayRise || uses < Uses)
            {
                Uses = uses;
            }

            if (mayRise || ecoUses < EcoUses)
            {
                EcoUses = ecoUses;
            }
        }
    }
}
