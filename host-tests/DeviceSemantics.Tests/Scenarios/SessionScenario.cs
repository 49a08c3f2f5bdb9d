using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>The whole firmware on the whole emulator, for a session.</summary>
internal static class SessionScenario
{
    /// <summary>End reason, number of puffs and trace hash.</summary>
    public static string Run(int seed)
    {
        var report = SessionRun.Execute(new HolderOptions { Seed = (ulong)seed }, PuffProfile.ByName("natural", (ulong)seed));
        return $"{report.EndReason} after {report.Puffs} puffs, trace {report.TraceHash}";
    }
}
