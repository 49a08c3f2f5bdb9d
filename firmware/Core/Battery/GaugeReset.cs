namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Why the gauge does not go on from what it knew; the byte is the code of the event log entry.</summary>
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

        /// <summary>While it runs: the voltage does not answer to a step of the current; it is not believed.</summary>
        StuckVoltage,

        /// <summary>While it runs: the current does not change with a step of the voltage; it is not counted.</summary>
        StuckCurrent,
    }
}
