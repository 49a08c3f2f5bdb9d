namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Why a start was refused; the byte is the code of the event log entry.</summary>
    public enum StartRefusal : byte
    {
        /// <summary>The start is allowed.</summary>
        None,

        /// <summary>In the charger or charging (checklist row 42).</summary>
        Docked,

        /// <summary>An update is going on.</summary>
        Updating,

        /// <summary>A tripped check has not been released. Value: its row.</summary>
        Fault,

        /// <summary>The user locked the holder.</summary>
        Locked,

        /// <summary>No stick in the holder (checklist row 35).</summary>
        NoStick,

        /// <summary>Ambient below 0 degrees Celsius. Value: degrees.</summary>
        AmbientCold,

        /// <summary>Ambient above 40 degrees Celsius. Value: degrees.</summary>
        AmbientHot,

        /// <summary>Cell outside -10..55 degrees Celsius (checklist row 40). Value: degrees.</summary>
        CellTemperature,

        /// <summary>Too little energy for a session (checklist row 43). Value: shown charge, percent.</summary>
        Energy,

        /// <summary>The cell's voltage would break down under the heater; warm it would do (checklist row 37). Value: its degrees.</summary>
        Voltage,
    }
}
