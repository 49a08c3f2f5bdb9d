using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>True temperature of a heater from now on, tick by tick.</summary>
internal sealed class HeaterCurve(VirtualHolder watched) : IHolderObserver
{
    private readonly long startUs = watched.Queue.NowUs;
    private readonly List<(double Seconds, double Celsius)> points = [];

    public IReadOnlyList<(double Seconds, double Celsius)> Points => points;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder) =>
        points.Add(((holder.Queue.NowUs - startUs) / 1e6, holder.Plant.HeaterCelsius));
}
