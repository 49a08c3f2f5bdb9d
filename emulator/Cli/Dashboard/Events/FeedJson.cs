using System.Text.Json;
using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Cli.Dashboard.Events;

/// <summary>
/// A look as the page reads it. A sample is an array, so that ten minutes of them are small: seconds, heater, stick
/// and set point in °C, heater power in W, cell in V, charge in %, 1 while puffing.
/// </summary>
internal static class FeedJson
{
    public static string Write(FeedLook look, TrafficDecoder decoder, int mostSamples) => JsonSerializer.Serialize(new
    {
        state = look.State,
        speed = double.IsPositiveInfinity(look.Speed) ? (object)"max" : look.Speed,
        paused = look.Paused,
        samples = Thin(look.Samples, mostSamples).Select(ToArray),
        log = look.LogLines.Select(line => new object[] { Math.Round(line.Seconds, 3), line.Text }),
        traffic = look.Traffic.Select(decoder.Decode),
    }, ControlSession.JsonOptions);

    private static double[] ToArray(TraceSample sample) =>
    [
        Math.Round(sample.Seconds, 2),
        Math.Round(sample.HeaterCelsius, 2),
        Math.Round(sample.StickCelsius, 2),
        Math.Round(sample.SetpointCelsius, 1),
        Math.Round(sample.HeaterWatts, 3),
        Math.Round(sample.CellVolts, 4),
        Math.Round(sample.ChargePercent, 3),
        sample.Puffing ? 1 : 0,
    ];

    /// <summary>Evenly fewer, the last one always among them: time that jumps needs no ten samples a second.</summary>
    private static IEnumerable<TraceSample> Thin(IReadOnlyList<TraceSample> samples, int most)
    {
        int step = (samples.Count + most - 1) / most;
        return step <= 1 ? samples : samples.Where((_, index) => (samples.Count - 1 - index) % step == 0);
    }
}
