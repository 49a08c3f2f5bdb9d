namespace IqosDevice.Emulator.Board;

/// <summary>The board's schematic: which pin, channel and address leads where. The firmware has its own copy.</summary>
public static class Wiring
{
    // GPIO numbers.
    public const int ServicePin = 0;
    public const int BottomRedPin = 2;
    public const int TopLightPin = 4;
    public const int ChargerStatusPin = 5;
    public const int StickPin = 13;
    public const int GatePin = 14;
    public const int DockPin = 15;
    public const int SecondLightPin = 16;
    public const int ThirdLightPin = 17;
    public const int BottomWhitePin = 18;
    public const int VibrationPin = 19;
    public const int ChargeEnablePin = 23;
    public const int HeaterPin = 25;
    public const int LoadSwitchPin = 26;
    public const int HeartbeatPin = 27;
    public const int ButtonPin = 33;

    // Channels of ADC1.
    public const int BoardNtcChannel = 0;
    public const int ReferenceChannel = 3;
    public const int HeaterDividerChannel = 4;
    public const int ThermocoupleChannel = 6;
    public const int CellNtcChannel = 7;

    // I2C.
    public const int I2cBus = 1;
    public const int AccelerometerAddress = 0x18;
    public const int HeaterMonitorAddress = 0x40;
    public const int CellMonitorAddress = 0x41;
    public const int ClockAddress = 0x68;

    /// <summary>Shunt of both monitors, ohms.</summary>
    public const double ShuntOhms = 0.010;

    /// <summary>Voltage of the reference channel, mV.</summary>
    public const double ReferenceMillivolts = 1225;

    /// <summary>Share of the heater's top node that its divider passes to the ADC.</summary>
    public const double HeaterDividerRatio = 0.5;
}
