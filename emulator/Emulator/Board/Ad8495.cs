namespace IqosDevice.Emulator.Board;

/// <summary>
/// Thermocouple amplifier AD8495 with its reference pin at 250 mV: 5 mV per degree Celsius, -20..440 °C between
/// 150 and 2450 mV; the output cannot leave its 3.3 V supply.
/// </summary>
public static class Ad8495
{
    private const double ReferenceMillivolts = 250;
    private const double MillivoltsPerCelsius = 5;
    private const double SupplyMillivolts = 3300;

    /// <summary>Output for a temperature, mV.</summary>
    public static double Millivolts(double celsius) =>
        Math.Clamp(ReferenceMillivolts + (MillivoltsPerCelsius * celsius), 0, SupplyMillivolts);
}
