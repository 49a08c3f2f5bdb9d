namespace IqosDevice.Firmware.Tests.Control;

/// <summary>The board's load switch with its dead-man, for benches without a board.</summary>
internal sealed class DeadManSwitch
{
    private const long LongestMs = 200;

    private long lastBeatMs = -LongestMs;

    /// <summary>What the switch does from this tick on.</summary>
    public bool Closes(long nowMs, bool commanded, bool heartbeat)
    {
        lastBeatMs = heartbeat ? nowMs : lastBeatMs;
        return commanded && nowMs - lastBeatMs < LongestMs;
    }
}
