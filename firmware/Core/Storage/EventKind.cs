namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>What an entry of the event log tells; the byte travels as is (protocol.md, event log).</summary>
    public enum EventKind : byte
    {
        /// <summary>Power-on. Code: reset cause. Value: 0.</summary>
        Boot = 1,

        /// <summary>A session reached Ready. Value: seconds since its start.</summary>
        SessionStarted = 2,

        /// <summary>A session ended. Code: SessionEndReason. Value: puffs taken.</summary>
        SessionEnded = 3,

        /// <summary>A start was refused. Code: StartRefusal. Value: what was measured (degrees, percent), or 0.</summary>
        StartRefused = 4,

        /// <summary>A safety check tripped. Code: checklist row. Value: heater temperature, degrees Celsius.</summary>
        Fault = 5,

        /// <summary>The user reset the holder (10 s press).</summary>
        Reset = 6,

        /// <summary>Locked (value 1) or unlocked (value 0).</summary>
        Lock = 7,

        /// <summary>Charging began (value: shown charge, percent).</summary>
        ChargeStarted = 8,

        /// <summary>Charging ended (value: shown charge, percent).</summary>
        ChargeEnded = 9,

        /// <summary>A stored record was unreadable and defaults were taken. Code: record.</summary>
        RecordLost = 10,

        /// <summary>A setting was changed. Code: SCP register. Value: new value; selector x 256 + value in a shared register.</summary>
        SettingChanged = 11,

        /// <summary>A safety check warned, for the first time since power-on. Code: checklist row. Value: 0.</summary>
        Warning = 12,

        /// <summary>The service contact was closed: a lock-out is released. Code: its row. Value: 0.</summary>
        Serviced = 13,

        /// <summary>A calibration run ended. Code: 0 taken, 1 not. Value: heat capacity of the heater in force, tenths of mJ/K.</summary>
        Calibrated = 14,

        /// <summary>The gauge did not go on from what it knew. Code: GaugeReset. Value: charge that it now shows, percent.</summary>
        GaugeReset = 15,

        /// <summary>The firmware ended charging. Code: ChargeStop. Value: minutes that it had taken.</summary>
        ChargeStopped = 16,
    }
}
