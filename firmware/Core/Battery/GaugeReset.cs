namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Why the gauge began anew at power-on; the byte is the code of the event log entry.</summary>
    public enum GaugeReset : byte
    {
        /// <summary>It did not: it goes on from what was stored.</summary>
        None,

        /// <summary>Nothing was stored: a new unit.</summary>
        Fresh,

        /// <summary>What was stored cannot be true: defaults were taken.</summary>
        Damaged,

        /// <summary>The cell's voltage contradicts the stored charge by more than 10 points: the voltage was taken.</summary>
        Contradicted,
    }
}
