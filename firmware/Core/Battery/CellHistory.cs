using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// What a cell has been through and what was learned of it, all that a restart must not lose: lowest and highest
    /// readings, energy of a session, resistance, and when capacity and resistance were learned. One array of 16 bits:
    /// fields of their own would cost six times the heap.
    /// </summary>
    public sealed class CellHistory
    {
        /// <summary>Length of the stored form, bytes.</summary>
        public const int SizeBytes = ValueCount * 2;

        /// <summary>
        /// Heat of a session before one was seen, joules at 25 degrees Celsius: 12 puffs of 55 ml and six minutes
        /// (<c>session --puffs hci</c>).
        /// </summary>
        public const int UnknownSessionJoules = 985;

        private const int ValueCount = 11;
        private const int LowestMvIndex = 0;
        private const int HighestMvIndex = 1;
        private const int LowestMaIndex = 2;
        private const int HighestMaIndex = 3;
        private const int ColdestIndex = 4;
        private const int HottestIndex = 5;
        private const int SessionIndex = 6;
        private const int SessionCountIndex = 7;
        private const int ResistanceIndex = 8;
        private const int CapacityCycleIndex = 9;
        private const int ResistanceCycleIndex = 10;

        private const int LowestSessionJoules = 300;
        private const int HighestSessionJoules = 2000;
        private const int LowestResistancePermille = 500;
        private const int HighestResistancePermille = 4000;
        private const int ResistanceWeight = 8;

        // The prior is worth half a session; in the long run a session is a sixteenth of the mean. One person's differ by 6 %.
        private const int MostSessionsCounted = 15;

        private readonly short[] values = new short[ValueCount];

        public CellHistory()
        {
            Forget();
        }

        /// <summary>Lowest terminal voltage ever seen, mV; 0 before the first sample.</summary>
        public int LowestMv => values[LowestMvIndex];

        /// <summary>Highest terminal voltage ever seen, mV.</summary>
        public int HighestMv => values[HighestMvIndex];

        /// <summary>Strongest discharge ever seen, mA, negative.</summary>
        public int LowestMa => values[LowestMaIndex];

        /// <summary>Strongest charge ever seen, mA.</summary>
        public int HighestMa => values[HighestMaIndex];

        /// <summary>Lowest temperature ever seen, tenths of a degree Celsius.</summary>
        public int LowestDeciCelsius => values[ColdestIndex];

        /// <summary>Highest temperature ever seen, tenths of a degree Celsius.</summary>
        public int HighestDeciCelsius => values[HottestIndex];

        /// <summary>Mean heat of this unit's and this user's sessions, joules at 25 degrees Celsius.</summary>
        public int SessionJoules => values[SessionIndex];

        /// <summary>Resistance of the cell by that of a new one, 500..4000 permille.</summary>
        public int ResistancePermille => values[ResistanceIndex];

        /// <summary>The capacity was measured at this full cycle; -1 before.</summary>
        public int CapacityCycle => values[CapacityCycleIndex];

        /// <summary>The resistance was measured at this full cycle; -1 before.</summary>
        public int ResistanceCycle => values[ResistanceCycleIndex];

        /// <summary>Nothing is known of the cell.</summary>
        public void Forget()
        {
            for (int index = 0; index < ValueCount; index++)
            {
                values[index] = 0;
            }

            values[SessionIndex] = UnknownSessionJoules;
            values[ResistanceIndex] = 1000;
            values[CapacityCycleIndex] = -1;
            values[ResistanceCycleIndex] = -1;
        }

        /// <summary>A good sample: moves the lowest and the highest.</summary>
        public void See(int cellMv, int cellMa, int deciCelsius)
        {
            bool first = values[HighestMvIndex] == 0;
            Widen(LowestMvIndex, cellMv, first);
            Widen(LowestMaIndex, cellMa, first);
            Widen(ColdestIndex, deciCelsius, first);
        }

        /// <summary>The heater ended a whole session that took this heat, joules at 25 degrees Celsius.</summary>
        public void LearnSession(int joules)
        {
            if (joules < LowestSessionJoules || joules > HighestSessionJoules)
            {
                return;
            }

            int count = values[SessionCountIndex];
            values[SessionIndex] += (short)((joules - values[SessionIndex]) * 2 / ((2 * count) + 3));
            values[SessionCountIndex] = (short)(count < MostSessionsCounted ? count + 1 : count);
        }

        /// <summary>A step of the current showed this resistance, by that of a new cell, permille.</summary>
        public void LearnResistance(int permille, int cycle)
        {
            if (permille < LowestResistancePermille || permille > HighestResistancePermille)
            {
                return;
            }

            values[ResistanceIndex] += (short)((permille - values[ResistanceIndex]) / ResistanceWeight);
            values[ResistanceCycleIndex] = Short(cycle);
        }

        /// <summary>The capacity was measured.</summary>
        public void LearnedCapacity(int cycle)
        {
            values[CapacityCycleIndex] = Short(cycle);
        }

        /// <summary>Writes <see cref="SizeBytes"/> bytes.</summary>
        public void Write(byte[] buffer, int offset)
        {
            for (int index = 0; index < ValueCount; index++)
            {
                LittleEndian.WriteUInt16(buffer, offset + (index * 2), values[index] & 0xFFFF);
            }
        }

        /// <summary>Reads what was written.</summary>
        /// <returns>False, and nothing known, where a learned value is outside of what can be learned.</returns>
        public bool Read(byte[] buffer, int offset)
        {
            for (int index = 0; index < ValueCount; index++)
            {
                values[index] = (short)LittleEndian.ReadInt16(buffer, offset + (index * 2));
            }

            bool plausible = Within(SessionIndex, LowestSessionJoules, HighestSessionJoules)
                && Within(ResistanceIndex, LowestResistancePermille, HighestResistancePermille)
                && Within(SessionCountIndex, 0, MostSessionsCounted)
                && Within(CapacityCycleIndex, -1, short.MaxValue)
                && Within(ResistanceCycleIndex, -1, short.MaxValue);
            if (!plausible)
            {
                Forget();
            }

            return plausible;
        }

        private static short Short(int value)
        {
            return (short)(value > short.MaxValue ? short.MaxValue : value < -short.MaxValue ? -short.MaxValue : value);
        }

        private bool Within(int index, int lowest, int highest)
        {
            return values[index] >= lowest && values[index] <= highest;
        }

        private void Widen(int lowestIndex, int value, bool first)
        {
            short now = Short(value);
            if (first || now < values[lowestIndex])
            {
                values[lowestIndex] = now;
            }

            if (first || now > values[lowestIndex + 1])
            {
                values[lowestIndex + 1] = now;
            }
        }
    }
}
