using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// What a cheap board does to a good tester's numbers: gain and offset of the current, noise and steps of the
/// converter (INA226: 1.25 mV; 0.25 mA on the holder's 250 mAh, in proportion on others).
/// </summary>
internal sealed class SensorErrors(double capacityAmpereHours, ulong seed)
{
    private const double Gain = 1.01;
    private const double OffsetPerAmpereHour = 0.020 / 2.9;
    private const double VoltsPerBit = 0.00125;
    private const double NoiseVolts = 0.0025;
    private const double AmpsPerBitAndAmpereHour = 0.001;

    private readonly DeterministicRandom random = new(seed);

    /// <summary>The start charge is believed to be this much away from the true one.</summary>
    public const double StartError = -0.30;

    public CellLogRow Apply(in CellLogRow row) => row with
    {
        Volts = Stepped(row.Volts + (NoiseVolts * Normal()), VoltsPerBit),
        Amperes = Stepped(
            (row.Amperes * Gain) + (OffsetPerAmpereHour * capacityAmpereHours) + (AmpsPerBitAndAmpereHour * capacityAmpereHours * Normal()),
            AmpsPerBitAndAmpereHour * capacityAmpereHours),
    };

    private static double Stepped(double value, double step) => Math.Round(value / step) * step;

    /// <summary>Sum of twelve uniform numbers: near enough to a normal one, and the same on every platform.</summary>
    private double Normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += random.NextDouble(0, 1);
        }

        return sum;
    }
}
