namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Whether the surroundings are fit for a session: 0 to 40 degrees Celsius as measured, with hysteresis.</summary>
    public sealed class AmbientWindow
    {
        /// <summary>Too cold since the last look.</summary>
        public bool Cold { get; private set; }

        /// <summary>Too hot since the last look.</summary>
        public bool Hot { get; private set; }

        /// <summary>Looks at the board temperature; only meaningful while the heater is at rest.</summary>
        public void Step(int boardMilliCelsius)
        {
            int lowest = SessionRules.ColdMilliCelsius
                + (Cold ? SessionRules.AmbientHysteresisMilliCelsius : -SessionRules.AmbientToleranceMilliCelsius);
            int highest = SessionRules.HotMilliCelsius
                - (Hot ? SessionRules.AmbientHysteresisMilliCelsius : -SessionRules.AmbientToleranceMilliCelsius);
            Cold = boardMilliCelsius < lowest;
            Hot = boardMilliCelsius > highest;
        }
    }
}
