namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>What the cell is doing.</summary>
    public enum ChargeState : byte
    {
        /// <summary>Nearly nothing flows.</summary>
        Resting,

        /// <summary>Charge flows in.</summary>
        Charging,

        /// <summary>Charge flows in or has just ended to, and the cell is full.</summary>
        Full,

        /// <summary>Charge flows out.</summary>
        Discharging,
    }
}
