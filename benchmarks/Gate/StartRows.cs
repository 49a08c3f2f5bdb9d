using System.Globalization;
using IqosDevice.Emulator.Holder.Sessions.Starts;

namespace IqosDevice.Benchmarks.Gate;

/// <summary>A row a start: what the cell was, what the gauge believed, what the gate said, and what came of it.</summary>
internal static class StartRows
{
    private const string Header =
        "run,celsius,health,charge,refusal,end,lasts,gives,stores,sessionJoules,storedJoules,"
        + "gaugeCharge,gaugeBand,gaugeFullMah,gaugeResistancePermille,gaugeSessionJoules,resistancePermille";

    public static void Write(string path, StartReport report) => File.WriteAllLines(path, [Header, .. report.All.Select(Row)]);

    private static string Row(JudgedStart start)
    {
        StartDraw draw = start.Draw;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draw.Run},{draw.AmbientCelsius:0.00},{draw.Health:0.0000},{draw.StateOfCharge:0.0000},{start.Refusal},{start.EndReason},"
            + $"{start.Lasts},{start.AllKnowing.Gives},{start.AllKnowing.Stores},{start.AllKnowing.SessionJoules:0.0},{start.AllKnowing.StoredJoules:0.0},"
            + $"{start.Gauge.EstimatedPercent / 100:0.000},{start.Gauge.BandPercent / 100:0.000},{start.Gauge.FullChargeMah},"
            + $"{start.Gauge.ResistancePermille},{start.Gauge.SessionJoules},{1000 * draw.Plant.CellOhms / 0.12:0}");
    }
}
