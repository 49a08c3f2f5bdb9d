namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// Sessions that the cell still allows, at its present temperature and health: 1.15 times its energy is what the cell
    /// gives down to the cut-off under the session's load (checklist row 43), and the cell holds its voltage while the heater
    /// heats up (row 37). Rises only with a reason (charge, rest, warmth): it does not flicker.
    /// </summary>
    public sealed class UsesEstimator
    {
        /// <summary>Most sessions that are shown at the normal set point.</summary>
        public const int MaximumUses = 2;

        private const int MarginPermille = 1150;

        // A cold or aged cell keeps more than the margin to itself: this much of all that leaves it, its own losses included.
        private const int DrawnMarginPermille = 1040;
        private const int EcoPermille = 970;
        private const int WarmMilliCelsius = 25000;
        private const int WarmerMilliCelsius = 2000;

        private int seenMilliCelsius = WarmMilliCelsius;

        /// <summary>Sessions at the normal set point, 0..2.</summary>
        public int Uses { get; private set; }

        /// <summary>Sessions in eco mode, 0..3: the lower set point, and the margin given up for one use more.</summary>
        public int EcoUses { get; private set; }

        /// <summary>Sessions at the normal set point once the cell is as warm as a room, 0..2.</summary>
        public int WarmUses { get; private set; }

        /// <summary>Judges the cell.</summary>
        /// <param name="permille">Charge, 0..1000, less two standard deviations.</param>
        /// <param name="fullMah">Capacity as it is now.</param>
        /// <param name="milliCelsius">Temperature of the cell.</param>
        /// <param name="history">What was learned of cell and sessions.</param>
        /// <param name="mayRise">There is a reason for more uses than before.</param>
        public void Step(int permille, int fullMah, int milliCelsius, CellHistory history, bool mayRise)
        {
            bool warmer = milliCelsius - seenMilliCelsius >= WarmerMilliCelsius;
            bool colder = seenMilliCelsius - milliCelsius >= WarmerMilliCelsius;
            if (warmer || colder)
            {
                seenMilliCelsius = milliCelsius;
            }

            int joules = CellTable.StoredJoulesAt(permille) * fullMah / CellTable.DesignCapacityMah;
            int warm = milliCelsius > WarmMilliCelsius ? milliCelsius : WarmMilliCelsius;
            WarmUses = UsesAt(permille, joules, fullMah, warm, history, false);
            int uses = UsesAt(permille, joules, fullMah, milliCelsius, history, false);
            int ecoUses = UsesAt(permille, joules, fullMah, milliCelsius, history, true);
            int ecoMost = uses < MaximumUses ? uses + 1 : MaximumUses + 1;
            ecoUses = ecoUses > ecoMost ? ecoMost : ecoUses < uses ? uses : ecoUses;
            if (mayRise || warmer || uses < Uses)
            {
                Uses = uses;
            }

            if (mayRise || warmer || ecoUses < EcoUses)
            {
                EcoUses = ecoUses;
            }
        }

        private static int UsesAt(int permille, int joules, int fullMah, int milliCelsius, CellHistory history, bool eco)
        {
            int milliOhm = SessionNeed.ResistanceMilliOhm(milliCelsius, history.ResistancePermille);
            if (!SessionNeed.CarriesPeak(permille, milliOhm))
            {
                return 0;
            }

            int heatJoules = SessionNeed.HeatJoulesAt(history.SessionJoules, milliCelsius);
            int drawnJoules = SessionNeed.CellJoules(heatJoules, milliCelsius, history.ResistancePermille);
            int endMilliOhm = SessionNeed.EndMilliOhm(drawnJoules, milliCelsius, history.ResistancePermille);
            int givenJoules = joules - (SessionNeed.KeptJoules(endMilliOhm) * fullMah / CellTable.DesignCapacityMah);
            if (eco)
            {
                drawnJoules = drawnJoules * EcoPermille / 1000;
                return givenJoules * 1000 < drawnJoules * DrawnMarginPermille ? 0 : givenJoules / drawnJoules;
            }

            int neededJoules = heatJoules * MarginPermille / 1000;
            int neededDrawn = drawnJoules * DrawnMarginPermille / 1000;
            int uses = givenJoules / (neededJoules > neededDrawn ? neededJoules : neededDrawn);
            if (uses > 1 && joules * 1000 < drawnJoules * 2 * MarginPermille)
            {
                // Of a session after the next less is known: the whole margin on all that both draw.
                uses = 1;
            }

            return uses > MaximumUses ? MaximumUses : uses < 0 ? 0 : uses;
        }
    }
}
