namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// The holder's cell as its data sheet shows it: open-circuit voltage and stored energy over charge in steps of
    /// 5 %, and internal resistance over temperature. 250 mAh, 3.35 kJ, mean 3.72 V.
    /// </summary>
    public static class CellTable
    {
        /// <summary>Capacity of a new cell, mAh.</summary>
        public const int DesignCapacityMah = 250;

        private const int StepPermille = 50;

        private static readonly short[] OpenCircuitMv =
        {
            3000, 3260, 3400, 3470, 3520, 3560, 3595, 3625, 3650, 3675, 3705,
            3745, 3790, 3835, 3880, 3925, 3970, 4020, 4070, 4125, 4200,
        };

        // Integral of the row above: 250 mAh x 5 % = 45 As a step.
        private static readonly short[] StoredJoules =
        {
            0, 141, 291, 445, 603, 762, 923, 1085, 1249, 1414, 1580,
            1747, 1917, 2089, 2262, 2438, 2615, 2795, 2977, 3162, 3349,
        };

        private static readonly short[] ResistanceMilliOhm = { 420, 320, 240, 178, 134, 117, 109, 102, 95 };

        private const int ColdestMilliCelsius = -20000;
        private const int ResistanceStepMilliCelsius = 10000;

        /// <summary>Open-circuit voltage at every 5 % of charge, empty first, mV; to be read only.</summary>
        public static short[] OpenCircuitTable()
        {
            return OpenCircuitMv;
        }

        /// <summary>Open-circuit voltage at a charge of 0..1000 permille, mV.</summary>
        public static int OpenCircuitMvAt(int permille)
        {
            return Interpolate(OpenCircuitMv, permille);
        }

        /// <summary>Energy of a full-capacity cell below a charge of 0..1000 permille, joules.</summary>
        public static int StoredJoulesAt(int permille)
        {
            return Interpolate(StoredJoules, permille);
        }

        /// <summary>Charge at an open-circuit voltage, 0..1000 permille.</summary>
        public static int PermilleAt(int openCircuitMv)
        {
            if (openCircuitMv <= OpenCircuitMv[0])
            {
                return 0;
            }

            for (int i = 1; i < OpenCircuitMv.Length; i++)
            {
                if (openCircuitMv < OpenCircuitMv[i])
                {
                    int width = OpenCircuitMv[i] - OpenCircuitMv[i - 1];
                    return ((i - 1) * StepPermille) + ((openCircuitMv - OpenCircuitMv[i - 1]) * StepPermille / width);
                }
            }

            return 1000;
        }

        /// <summary>Internal resistance at a cell temperature, milliohm; held beyond -20 and 60 degrees.</summary>
        public static int ResistanceMilliOhmAt(int milliCelsius)
        {
            int last = ResistanceMilliOhm.Length - 1;
            if (milliCelsius <= ColdestMilliCelsius)
            {
                return ResistanceMilliOhm[0];
            }

            if (milliCelsius >= ColdestMilliCelsius + (last * ResistanceStepMilliCelsius))
            {
                return ResistanceMilliOhm[last];
            }

            int above = milliCelsius - ColdestMilliCelsius;
            int index = above / ResistanceStepMilliCelsius;
            int rise = ResistanceMilliOhm[index + 1] - ResistanceMilliOhm[index];
            return ResistanceMilliOhm[index] + (rise * (above % ResistanceStepMilliCelsius) / ResistanceStepMilliCelsius);
        }

        private static int Interpolate(short[] table, int permille)
        {
            if (permille <= 0)
            {
                return table[0];
            }

            if (permille >= 1000)
            {
                return table[table.Length - 1];
            }

            int index = permille / StepPermille;
            int rise = table[index + 1] - table[index];
            return table[index] + (rise * (permille % StepPermille) / StepPermille);
        }
    }
}
