namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>Phase of a session as the heater sees it.</summary>
    public enum HeatPhase : byte
    {
        Off,
        Preheat,
        Hold,
        Paused,

        /// <summary>No session: the heater is heated once and let cool, to find out what it is made of.</summary>
        Calibrate,
    }

    /// <summary>What the state machine wants of the heater; one instance, updated every step.</summary>
    public sealed class HeatDemand
    {
        /// <summary>A demand that nobody confirmed for longer asks for nothing.</summary>
        public const int FreshMs = 100;

        public HeatPhase Phase;

        /// <summary>Set point, degrees Celsius; 0 with the heater off.</summary>
        public float SetpointCelsius;

        /// <summary>When the state machine last confirmed this demand, ms.</summary>
        public long ConfirmedMs;

        /// <summary>
        /// No heat yet, but a start may be asked for within a second: the button is on its way to a hold, or a stick goes
        /// in with auto start on. What has to be proven before a session may be proven now.
        /// </summary>
        public bool StartExpected;

        /// <summary>Start of the session (first heat), ms; row 27 watches it on its own.</summary>
        public long SessionStartMs;

        /// <summary>Neither heat is wanted nor the proof of what cuts it off.</summary>
        public bool AsksForNothing => Phase == HeatPhase.Off && !StartExpected;

        /// <summary>Heat is wanted, and somebody confirmed it not long ago.</summary>
        public bool AsksAt(long nowMs)
        {
            return Phase != HeatPhase.Off && IsFreshAt(nowMs);
        }

        /// <summary>Somebody confirmed it not long ago, whatever it asks for.</summary>
        public bool IsFreshAt(long nowMs)
        {
            long ageMs = nowMs - ConfirmedMs;
            return ageMs >= 0 && ageMs <= FreshMs;
        }
    }
}
