namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Why charging was ended by the firmware; the byte is the code of the event log entry.</summary>
    public enum ChargeStop : byte
    {
        /// <summary>It was not.</summary>
        None,

        /// <summary>The cell is full: hardly any current flows at the end voltage.</summary>
        Full,

        /// <summary>It took half as long again as it should.</summary>
        TimeOut,

        /// <summary>More current or more voltage than the charger chip may give.</summary>
        OutOfLimits,
    }
}
