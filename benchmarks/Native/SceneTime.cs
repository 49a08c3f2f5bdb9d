namespace IqosDevice.Benchmarks.Native;

/// <summary>Time that the ticks of a scene took.</summary>
/// <param name="Name">What was recorded.</param>
/// <param name="Ticks">How many ticks.</param>
/// <param name="ManagedNs">Their time in .NET, nanoseconds.</param>
/// <param name="NativeNs">In C.</param>
internal sealed record SceneTime(string Name, int Ticks, double ManagedNs, double NativeNs)
{
    public double ManagedNsPerTick => ManagedNs / Ticks;

    public double NativeNsPerTick => NativeNs / Ticks;

    /// <summary>How many times as long .NET takes.</summary>
    public double Ratio => ManagedNs / NativeNs;
}
