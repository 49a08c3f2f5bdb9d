using System.Globalization;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>The latest of what happened, to be shown around a failure: acts, lines, and how the holder was.</summary>
internal sealed class ScenarioJournal : IHolderObserver
{
    private const int MostKept = 60;
    private const int TicksPerSample = 50;

    private readonly Queue<string> lines = new();
    private string state = string.Empty;
    private int tick;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public void Add(long nowUs, string text)
    {
        if (lines.Count == MostKept)
        {
            lines.Dequeue();
        }

        lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{nowUs * 1e-6,9:F2} s  {text}"));
    }

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        string now = holder.Firmware.State.ToString();
        if (now != state || tick++ % TicksPerSample == 0)
        {
            state = now;
            TraceSample sample = TraceSample.Of(holder);
            Add(holder.Queue.NowUs, string.Create(
                CultureInfo.InvariantCulture,
                $"{now,-16} heater {sample.HeaterCelsius,6:F1} °C of {sample.SetpointCelsius,3:F0}, stick {sample.StickCelsius,5:F1} °C, "
                + $"duty {sample.Duty,4:F2}, cell {sample.CellVolts:F2} V{(sample.Puffing ? ", puff" : string.Empty)}"));
        }
    }
}
