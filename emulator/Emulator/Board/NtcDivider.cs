namespace IqosDevice.Emulator.Board;

/// <summary>
/// NTC thermistor, 10 kΩ at 25 °C, B 3435 K, to ground below a pull-up of 27 kΩ to 3.3 V: -20 °C gives 2448 mV,
/// 85 °C gives 168 mV.
/// </summary>
public static class NtcDivider
{
    private const double NominalOhms = 10_000;
    private const double NominalKelvin = 298.15;
    private const double ZeroCelsiusKelvin = 273.15;
    private const double BetaKelvin = 3435;
    private const double PullUpOhms = 27_000;
    private const double SupplyMillivolts = 3300;

    /// <summary>Voltage at the divider, mV. Temperatures outside -60..200 °C are clamped.</summary>
    public static double Millivolts(double celsius)
    {
        double kelvin = Math.Clamp(celsius, -60, 200) + ZeroCelsiusKelvin;
        double ohms = NominalOhms * Exponential(BetaKelvin * ((1 / kelvin) - (1 / NominalKelvin)));
        return SupplyMillivolts * ohms / (ohms + PullUpOhms);
    }

    /// <summary>
    /// e^x from additions and multiplications only, so that every platform gets the same bits: Taylor's series of
    /// x/1024, then ten squarings. Relative error under 1e-12 for |x| up to 20.
    /// </summary>
    private static double Exponential(double x)
    {
        double small = x / 1024;
        double sum = 1 + (small * (1 + (small / 2 * (1 + (small / 3 * (1 + (small / 4 * (1 + (small / 5)))))))));
        for (int i = 0; i < 10; i++)
        {
            sum *= sum;
        }

        return sum;
    }
}
