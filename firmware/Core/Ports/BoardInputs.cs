namespace IqosDevice.Firmware.Core.Ports
{
    /// <summary>
    /// What the board measured, in engineering units. The board layer owns one instance, fills it before every
    /// step and never replaces it. Every sample carries the time at which it was taken: Core reads no clock, and
    /// a sample that is too old means no heat.
    /// </summary>
    public sealed class BoardInputs
    {
        /// <summary>Time since boot of the last good heater sample, ms; -1 before the first.</summary>
        public long HeaterSampleMs = -1;

        /// <summary>Mean voltage at the heater's top node over one conversion (duty x V), volts.</summary>
        public float HeaterVolts;

        /// <summary>Mean current through the heater's shunt over one conversion (duty x I), amperes.</summary>
        public float HeaterAmps;

        /// <summary>Time since boot of the last thermocouple sample, ms; -1 before the first.</summary>
        public long ThermocoupleSampleMs = -1;

        /// <summary>Thermocouple ADC reading before scaling, 0..4095 (checklist rows 1 to 3 look at it).</summary>
        public int ThermocoupleRaw;

        /// <summary>Temperature of the thermocouple on the heater, degrees Celsius.</summary>
        public float ThermocoupleCelsius;

        /// <summary>Time since boot of the last good cell sample, ms; -1 before the first.</summary>
        public long CellSampleMs = -1;

        /// <summary>Cell terminal voltage, mV.</summary>
        public int CellMv;

        /// <summary>Cell current, mA; positive charges.</summary>
        public int CellMa;

        /// <summary>Cell temperature, thousandths of a degree Celsius.</summary>
        public int CellMilliCelsius;

        /// <summary>Board temperature, taken as ambient at rest, thousandths of a degree Celsius.</summary>
        public int BoardMilliCelsius;

        /// <summary>1.225 V reference as measured with the nominal ADC scale, mV.</summary>
        public int ReferenceMv;

        /// <summary>Mean voltage at the heater's top node as the ADC reads it, the second reading beside <see cref="HeaterVolts"/>, volts.</summary>
        public float HeaterTopVolts;

        /// <summary>Heater gate seen high at the read-back pin.</summary>
        public bool GateHigh;

        /// <summary>Button held down.</summary>
        public bool ButtonPressed;

        /// <summary>The service contact inside the case is closed.</summary>
        public bool ServiceContact;

        /// <summary>Stick switch closed.</summary>
        public bool StickPresent;

        /// <summary>Holder sits in the charger.</summary>
        public bool Docked;

        /// <summary>Charger chip reports that it is charging.</summary>
        public bool ChargerActive;

        /// <summary>A double tap was recognised at the last look at the accelerometer, 200 ms ago at most.</summary>
        public bool DoubleTapped;

        /// <summary>The holder was tilted from rest, as of the last look at the accelerometer, 200 ms ago at most.</summary>
        public bool Tilted;

        /// <summary>Free memory when the board last asked for it, bytes; -1 before it did.</summary>
        public int FreeMemoryBytes = -1;

        /// <summary>Real-time clock, seconds since 2010-01-01 00:00:00.</summary>
        public uint RtcSeconds;
    }
}
