using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Cli.Sessions;

/// <summary>The curves of a session as CSV, a line a sample.</summary>
internal static class SessionCsv
{
    public static void WriteHeader(TextWriter output) => output.WriteLine(
        "seconds,state,heaterCelsius,stickCelsius,setpointCelsius,duty,heaterWatts,cellVolts,chargePercent,shownSocPercent,"
        + "puffing");

    public static void WriteRow(TraceSample sample, TextWriter output) => output.WriteLine(string.Join(',',
        $"{sample.Seconds:F2}",
        sample.State.ToString(),
        $"{sample.HeaterCelsius:F3}",
        $"{sample.StickCelsius:F3}",
        $"{sample.SetpointCelsius:F1}",
        $"{sample.Duty:F4}",
        $"{sample.HeaterWatts:F4}",
        $"{sample.CellVolts:F4}",
        $"{sample.ChargePercent:F4}",
        $"{sample.ShownSocPercent}",
        sample.Puffing ? "1" : "0"));
}
