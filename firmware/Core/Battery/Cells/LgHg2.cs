namespace IqosDevice.Firmware.Core.Battery.Cells
{
    /// <summary>LG INR18650HG2, 2.8 Ah at C/20.</summary>
    /// <remarks>
    /// Open-circuit voltages from the mean of charge and discharge at C/20 at -20 to 25 °C, measured by P. Kollmeyer, C. Vidal,
    /// M. Naguib, M. Skells, "LG 18650HG2 Li-ion Battery Data", Mendeley Data, doi 10.17632/cp3473x7xv.3. The resistances
    /// are those of <see cref="Panasonic18650Pf"/> times 0.62, the ratio of the two cells between 80 and 50 % of a 1C discharge
    /// at 25 °C.
    /// </remarks>
    public static class LgHg2
    {
        private const int ResistancePermille = 620;

        /// <summary>Makes the table; it takes heap only where it is used.</summary>
        public static CellModel Create()
        {
            short[] openCircuitMv =
            {
                2879, 3229, 3354, 3435, 3495, 3537, 3590, 3626, 3654, 3686, 3725,
                3770, 3822, 3877, 3916, 3957, 4004, 4050, 4080, 4101, 4148,
            };

            // In 0.1 mV, by temperature and charge. Held at 50 mV where C/20 is too fast for the cold, empty cell.
            short[] shifts =
            {
                -500, -500, -500, -428, -240, -166, 33, 92, -13, 151, 143, 110,
                -500, -500, -500, -201, -127, -72, 47, 76, 20, 150, 72, 203,
                -500, -500, -500, -150, -79, -45, 30, 34, 46, 133, 60, 160,
                -500, -500, -500, -26, 51, 59, 149, 189, 162, 252, 102, 270,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            };
            CellModel other = Panasonic18650Pf.Create();
            short[] terms = other.Terms;
            for (int row = 0; row < shifts.Length; row++)
            {
                int index = row * CellModel.TermCount;
                terms[index] = shifts[row];
                for (int term = 1; term < CellModel.TermCount; term++)
                {
                    terms[index + term] = (short)(terms[index + term] * ResistancePermille / 1000);
                }
            }

            return new CellModel(2778, openCircuitMv, terms, other.SaturationMa);
        }
    }
}
