namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// What a session takes out of the holder's cell, and what the cell keeps back: energies by temperature and health.
    /// The heat of a session is learned (<see cref="CellHistory"/>); the rest is the resistance of cell and path.
    /// </summary>
    public static class SessionNeed
    {
        // The heater at its set point, and load switch, transistor and shunt: while it conducts, the loss is shared by resistance.
        private const int HeaterMilliOhm = 1840;
        private const int PathMilliOhm = 50;

        /// <summary>A session takes this much more heat for each kelvin that it is colder, in 1/10000 (measured: session --ambient).</summary>
        private const int ColdPerKelvin = 26;

        // 4.3 W heat a cold heater within its minute, and are over before the slow part of the resistance shows (checklist row 37).
        private const int PeakMa = 1400;
        private const int LowestPeakMv = 3100;

        // Holding takes 2.7 W at little more than 3 V, and under load for long the resistance is a quarter more. At 3.05 V at the
        // terminals the fold-back of the power still gives them (row 38).
        private const int HoldMa = 800 * 5 / 4;
        private const int LowestLoadedMv = 3050;

        // The cell's 7 J/K, and what a session's five minutes let go of it again (900 s).
        private const int JoulesPerWarmedKelvin = 8;

        /// <summary>Resistance of a cell at a temperature, with its age, milliohm.</summary>
        public static int ResistanceMilliOhm(int milliCelsius, int resistancePermille)
        {
            return CellTable.ResistanceMilliOhmAt(milliCelsius) * resistancePermille / 1000;
        }

        /// <summary>Heat of a session, joules.</summary>
        /// <param name="joulesAt25">Heat that it would take at 25 degrees Celsius.</param>
        /// <param name="milliCelsius">Temperature of the cell at its start.</param>
        public static int HeatJoulesAt(int joulesAt25, int milliCelsius)
        {
            return joulesAt25 * ColdFactor(milliCelsius) / 10000;
        }

        /// <summary>Energy out of the cell for a session of this heat, joules.</summary>
        /// <param name="heat">See <see cref="HeatJoulesAt"/>.</param>
        /// <param name="milliCelsius">Temperature of the cell at its start.</param>
        /// <param name="resistancePermille">Resistance of the cell by that of a new one.</param>
        public static int CellJoules(int heat, int milliCelsius, int resistancePermille)
        {
            int milliOhm = ResistanceMilliOhm(milliCelsius, resistancePermille);
            int most = heat * (HeaterMilliOhm + PathMilliOhm + milliOhm) / HeaterMilliOhm;
            return heat * (HeaterMilliOhm + PathMilliOhm + MeanMilliOhm(most, milliCelsius, resistancePermille)) / HeaterMilliOhm;
        }

        /// <summary>The other way round: heat at 25 degrees Celsius of a session that took this out of the cell, joules.</summary>
        public static int HeatJoules(int cellJoules, int milliCelsius, int resistancePermille)
        {
            int milliOhm = MeanMilliOhm(cellJoules, milliCelsius, resistancePermille);
            int heat = cellJoules * HeaterMilliOhm / (HeaterMilliOhm + PathMilliOhm + milliOhm);
            return heat * 10000 / ColdFactor(milliCelsius);
        }

        /// <summary>Resistance at the end of a session: what the cell loses in it warms it.</summary>
        public static int EndMilliOhm(int cellJoules, int milliCelsius, int resistancePermille)
        {
            int milliOhm = ResistanceMilliOhm(milliCelsius, resistancePermille);
            int lostJoules = cellJoules * milliOhm / (HeaterMilliOhm + PathMilliOhm + milliOhm);
            return ResistanceMilliOhm(milliCelsius + (lostJoules * 1000 / JoulesPerWarmedKelvin), resistancePermille);
        }

        /// <summary>Energy of a new cell that stays in it because its voltage under the session's load is at its end, joules.</summary>
        public static int KeptJoules(int milliOhm)
        {
            return CellTable.StoredJoulesAt(CellTable.PermilleAt(LowestLoadedMv + Drop(HoldMa, milliOhm)));
        }

        /// <summary>A cell of this charge holds its voltage while the heater heats up (checklist row 37).</summary>
        public static bool CarriesPeak(int permille, int milliOhm)
        {
            return CellTable.OpenCircuitMvAt(permille) - Drop(PeakMa, milliOhm) >= LowestPeakMv;
        }

        /// <summary>Resistance over a session: the cell warms by its own loss.</summary>
        private static int MeanMilliOhm(int cellJoules, int milliCelsius, int resistancePermille)
        {
            int start = ResistanceMilliOhm(milliCelsius, resistancePermille);
            return (start + EndMilliOhm(cellJoules, milliCelsius, resistancePermille)) / 2;
        }

        private static int ColdFactor(int milliCelsius)
        {
            int held = milliCelsius < -40000 ? -40000 : milliCelsius > 80000 ? 80000 : milliCelsius;
            return 10000 + ((25000 - held) / 1000 * ColdPerKelvin);
        }

        private static int Drop(int milliAmps, int milliOhm)
        {
            return milliAmps * milliOhm / 1000;
        }
    }
}
