using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board.Signals;

/// <summary>Anything between two bounds, another value every millisecond, whatever the truth.</summary>
public sealed class GarbageSignal : ISignalFault
{
    private const long ValueUs = 1000;

    private readonly NoiseSource noise;
    private readonly double lowest;
    private readonly double highest;

    public GarbageSignal(ulong seed, double lowest, double highest)
    {
        noise = new NoiseSource(seed, "signal.garbage");
        this.lowest = lowest;
        this.highest = highest;
    }

    /// <inheritdoc/>
    public double Distort(double truth, long nowUs) => lowest + ((highest - lowest) * noise.Uniform(nowUs / ValueUs));
}
