namespace IqosDevice.Firmware.Esp32
{
    /// <summary>What is wired to what: GPIO numbers, channels of ADC1 and addresses on the I2C bus.</summary>
    public static class Pins
    {
        public const int I2cBus = 1;
        public const int I2cData = 21;
        public const int I2cClock = 22;

        public const int HeaterMonitorAddress = 0x40;
        public const int CellMonitorAddress = 0x41;
        public const int RealTimeClockAddress = 0x68;
        public const int AccelerometerAddress = 0x18;

        /// <summary>Gate of the heater's transistor, PWM.</summary>
        public const int HeaterPwm = 25;

        /// <summary>Enables the load switch between cell and heater.</summary>
        public const int LoadSwitch = 26;

        /// <summary>Has to toggle, or the dead-man opens the load switch.</summary>
        public const int Heartbeat = 27;

        /// <summary>Level of the heater's gate, read back.</summary>
        public const int GateReadBack = 14;

        public const int ChargeEnable = 23;

        /// <summary>Charger chip: low while it charges.</summary>
        public const int ChargerStatus = 5;

        public const int Vibration = 19;

        public const int LightTop = 4;
        public const int LightSecond = 16;
        public const int LightThird = 17;
        public const int LightBottomWhite = 18;
        public const int LightBottomRed = 2;

        /// <summary>Low while pressed.</summary>
        public const int Button = 33;

        /// <summary>Low while the service contact is closed: the module's BOOT button, inside the case.</summary>
        public const int ServiceContact = 0;

        /// <summary>Low while a stick is inserted.</summary>
        public const int StickSwitch = 13;

        /// <summary>Low while the holder sits in the charger.</summary>
        public const int DockContact = 15;

        /// <summary>Thermocouple amplifier, GPIO 34.</summary>
        public const int ThermocoupleChannel = 6;

        /// <summary>Thermistor at the cell, GPIO 35.</summary>
        public const int CellThermistorChannel = 7;

        /// <summary>Thermistor on the board, GPIO 36.</summary>
        public const int BoardThermistorChannel = 0;

        /// <summary>Heater's top node, halved, GPIO 32.</summary>
        public const int HeaterTopChannel = 4;

        /// <summary>Voltage reference of 1.225 V, GPIO 39.</summary>
        public const int ReferenceChannel = 3;
    }
}
