namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Numbers of the session rules that the product promises to its user. Times in ms.</summary>
    public static class SessionRules
    {
        /// <summary>From Ready to the end, pauses not counted.</summary>
        public const int LengthMs = 360000;

        /// <summary>Puffs from Ready to the end.</summary>
        public const int PuffLimit = 14;

        /// <summary>Puffs that flex puff adds for small puffs.</summary>
        public const int FlexPuffBonus = 4;

        /// <summary>Flex puff applies where the mean puff is smaller than this, millilitres.</summary>
        public const int FlexPuffBelowMl = 40;

        /// <summary>The warning comes this long before the end.</summary>
        public const int WarningMs = 30000;

        /// <summary>The warning comes this many puffs before the end.</summary>
        public const int WarningPuffs = 2;

        /// <summary>The stick soaks at least this long before Ready.</summary>
        public const int MinimumPreheatMs = 18000;

        /// <summary>A heater that is not at its set point by then never will be; the session ends.</summary>
        public const int MaximumPreheatMs = 60000;

        /// <summary>Ready needs the heater this close to its set point, degrees Celsius.</summary>
        public const float ReadyBandCelsius = 3f;

        /// <summary>Ready needs the heater inside the band this long.</summary>
        public const int ReadyDwellMs = 1000;

        /// <summary>Sum of all pauses of a session; then the heater goes off.</summary>
        public const int MaximumPauseMs = 480000;

        /// <summary>The last puff may take this long to end; then the session ends in the middle of it.</summary>
        public const int LastPuffGraceMs = 6000;

        /// <summary>Cooling ends below this heater temperature, degrees Celsius.</summary>
        public const float CooledCelsius = 80f;

        /// <summary>Cooling ends after this time at the latest.</summary>
        public const int MaximumCoolingMs = 120000;

        /// <summary>Nothing touched for this long: lights out.</summary>
        public const int SleepAfterMs = 60000;

        /// <summary>Nothing touched for this long: only the button, a stick or the charger wakes.</summary>
        public const int OffAfterMs = 1800000;

        /// <summary>
        /// Lowest and highest ambient temperature of a start, 0 and 40 degrees Celsius, each with half a degree for
        /// the thermistor and its converter: a start at the limit is not refused. Thousandths of a degree Celsius.
        /// </summary>
        public const int ColdMilliCelsius = -500;

        /// <summary>See <see cref="ColdMilliCelsius"/>.</summary>
        public const int HotMilliCelsius = 40500;

        /// <summary>
        /// The holder has to come back this far into the range before it counts as inside again: more than the
        /// noise, less than what is allowed for the thermistor.
        /// </summary>
        public const int AmbientHysteresisMilliCelsius = 300;

        /// <summary>Cell temperatures between which the cell may heat (checklist row 40), thousandths of a degree.</summary>
        public const int CellColdMilliCelsius = -10000;

        /// <summary>See <see cref="CellColdMilliCelsius"/>.</summary>
        public const int CellHotMilliCelsius = 55000;

        /// <summary>A session ends at this terminal voltage (checklist row 38).</summary>
        public const int CellCutoffMv = 3000;
    }
}
