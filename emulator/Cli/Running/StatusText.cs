using System.Text;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Running;

/// <summary>A holder's state in one line for a person.</summary>
internal static class StatusText
{
    /// <summary>E.g. "12:34 Session  heater 335.2 °C (set 335)  5:12 and 9 puffs left  cell 71 %  client connected".</summary>
    public static string Format(HolderSnapshot holder)
    {
        var text = new StringBuilder();
        text.Append($"{Clock(holder.Seconds)}  {holder.State}");
        if (holder.FaultRow != 0)
        {
            text.Append($" (row {holder.FaultRow})");
        }

        text.Append($"  heater {holder.HeaterCelsius:F1} °C");
        if (holder.SetpointCelsius > 0)
        {
            text.Append($" (set {holder.SetpointCelsius:F0})");
        }

        if (holder.SecondsLeft > 0)
        {
            text.Append($"  {Clock(holder.SecondsLeft)} and {holder.PuffsLeft} puffs left");
        }

        text.Append($"  cell {holder.ShownSocPercent} %, {holder.UsesLeft} {(holder.UsesLeft == 1 ? "use" : "uses")}");
        AppendIf(text, holder.Docked, "docked");
        AppendIf(text, holder.StickPresent, "stick");
        AppendIf(text, holder.Locked, "locked");
        AppendIf(text, holder.Puffing, "puffing");
        AppendIf(text, holder.Connected, "client connected");
        return text.ToString();
    }

    private static string Clock(double seconds) => $"{(long)seconds / 60}:{(long)seconds % 60:D2}";

    private static void AppendIf(StringBuilder text, bool condition, string word)
    {
        if (condition)
        {
            text.Append("  ").Append(word);
        }
    }
}
