namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// A kind of cell as a table of numbers, so that one estimator serves them all: open-circuit voltage over charge, and
    /// what changes with temperature and charge. Where the numbers come from stands with each table.
    /// </summary>
    public sealed class CellModel
    {
        /// <summary>Points of the open-circuit voltage, every 5 % of charge, empty first.</summary>
        public const int VoltagePointCount = 21;

        /// <summary>Temperatures of <see cref="Terms"/>: -20, -10, 0, 10 and 25 degrees Celsius; held beyond.</summary>
        public const int TemperatureCount = 5;

        /// <summary>The warmest of them, degrees Celsius.</summary>
        public const int WarmestCelsius = 25;

        /// <summary>Charges of <see cref="Terms"/>: 0, 5, 10 % and every 10 % up to 100 %.</summary>
        public const int ChargeCount = 12;

        /// <summary>
        /// Numbers at a temperature and a charge: shift of the open-circuit voltage, resistance at once, resistance that
        /// falls with the current (charge transfer), and of the fast and the slow polarization.
        /// </summary>
        public const int TermCount = 5;

        /// <summary>Length of <see cref="Terms"/> that depend on the temperature alone.</summary>
        public const int FlatTermsLength = TemperatureCount * TermCount;

        public CellModel(int capacityMah, short[] openCircuitMv, short[] terms, short[] saturationMa)
        {
            CapacityMah = capacityMah;
            OpenCircuitMv = openCircuitMv;
            Terms = terms;
            SaturationMa = saturationMa;
        }

        /// <summary>Capacity of the cell that was measured, mAh; currents are scaled to it.</summary>
        public int CapacityMah { get; }

        /// <summary>Open-circuit voltage at 25 degrees Celsius, mV.</summary>
        public short[] OpenCircuitMv { get; }

        /// <summary>By temperature, charge and term, in this order: 0.1 mV for the shift, 0.1 milliohm for the others.</summary>
        public short[] Terms { get; }

        /// <summary>By temperature: current at which the charge transfer's resistance has halved, mA.</summary>
        public short[] SaturationMa { get; }

        /// <summary>Share of the way to the present current that the fast polarization goes in a second.</summary>
        public float FastGain { get; set; } = 0.015748f;

        /// <summary>Share of the way to the present current that the slow polarization goes in a second.</summary>
        public float SlowGain { get; set; } = 0.00124922f;

        /// <summary>Time in which polarization by an unseen load, and what the table is wrong by, fade, seconds.</summary>
        public float SettlingSeconds { get; set; } = 433f;

        /// <summary>Terminal voltage at which a discharge ends, mV.</summary>
        public int CutoffMv { get; set; } = 2500;

        /// <summary>Charge whose open-circuit voltage at 25 degrees Celsius this is, 0..1000 permille.</summary>
        public int PermilleAt(int openCircuitMv)
        {
            if (openCircuitMv <= OpenCircuitMv[0])
            {
                return 0;
            }

            for (int above = 1; above < VoltagePointCount; above++)
            {
                if (openCircuitMv < OpenCircuitMv[above])
                {
                    int width = OpenCircuitMv[above] - OpenCircuitMv[above - 1];
                    return ((above - 1) * 50) + ((openCircuitMv - OpenCircuitMv[above - 1]) * 50 / width);
                }
            }

            return 1000;
        }
    }
}
