using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// ADC1 of the ESP32: 12 bit at 12 dB attenuation, uncalibrated. Its reference is 1000 to 1200 mV from chip to
/// chip (1100 nominal), and full scale is three times that; hence the board's reference channel.
/// </summary>
public sealed class AdcChip
{
    public const int MaxValue = 4095;

    private const int ChannelCount = 8;
    private const double FullScalePerReference = 3;

    private readonly Func<double>?[] sources = new Func<double>?[ChannelCount];
    private readonly double?[] forcedMillivolts = new double?[ChannelCount];
    private readonly int?[] frozen = new int?[ChannelCount];
    private readonly bool[] freezing = new bool[ChannelCount];
    private readonly NoiseSource noise;

    public AdcChip(ulong seed)
    {
        noise = new NoiseSource(seed, "adc.noise");
        ReferenceMillivolts = DeterministicRandom.For(seed, "adc.reference").NextDouble(1000, 1200);
    }

    /// <summary>True reference voltage of this chip, mV.</summary>
    public double ReferenceMillivolts { get; set; }

    /// <summary>Standard deviation of one conversion, in bits.</summary>
    public double NoiseBits { get; set; } = 1.0;

    /// <summary>Wires a channel to a voltage in mV.</summary>
    public void Attach(int channel, Func<double> millivolts) => sources[channel] = millivolts;

    /// <summary>A fault at a channel: the pin sits at this voltage whatever its source says; null ends it.</summary>
    public void Force(int channel, double? millivolts) => forcedMillivolts[channel] = millivolts;

    /// <summary>A fault of the converter: a channel repeats its next reading for ever, noise and all; or it works again.</summary>
    public void Freeze(int channel, bool frozenFromNow)
    {
        freezing[channel] = frozenFromNow;
        frozen[channel] = null;
    }

    /// <summary>Voltage at a channel's pin, mV; an unconnected one floats at 0.</summary>
    public double MillivoltsAt(int channel) => forcedMillivolts[channel] ?? sources[channel]?.Invoke() ?? 0;

    /// <summary>Converts once.</summary>
    /// <returns>0..4095; what lies outside the range is clamped. A channel that does not exist reads 0.</returns>
    public int Read(int channel, long nowUs)
    {
        if ((uint)channel >= ChannelCount)
        {
            return 0;
        }

        double bits = MillivoltsAt(channel) / (FullScalePerReference * ReferenceMillivolts) * MaxValue;
        bits += NoiseBits * noise.Gaussian((nowUs * ChannelCount) + channel);
        int reading = (int)Math.Clamp(Math.Round(bits), 0, MaxValue);
        return freezing[channel] ? frozen[channel] ??= reading : reading;
    }
}
