using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Starts;

/// <summary>Many starts in numbers.</summary>
/// <param name="starts">In any order.</param>
public sealed class StartReport(IEnumerable<JudgedStart> starts)
{
    private readonly List<JudgedStart> starts = [.. starts.OrderBy(static start => start.Draw.Run)];

    public int Starts => starts.Count;

    public int Allowed => starts.Count(static start => start.Refusal == StartRefusal.None);

    /// <summary>Sessions that were allowed and ended by an empty cell: there should be none.</summary>
    public IReadOnlyList<JudgedStart> EndedByBattery => [.. starts.Where(static start => start.EndReason == SessionEndReason.Battery)];

    /// <summary>Sessions that were allowed and ended by a fault: there should be none.</summary>
    public IReadOnlyList<JudgedStart> EndedByFault => [.. starts.Where(static start => start.EndReason == SessionEndReason.Fault)];

    /// <summary>Sessions that ran to their time or their puffs.</summary>
    public int Succeeded => starts.Count(static start => start.EndReason is SessionEndReason.Time or SessionEndReason.Puffs);

    public int RefusedForEnergy => starts.Count(static start => start.Refusal == StartRefusal.Energy);

    public int RefusedForVoltage => starts.Count(static start => start.Refusal == StartRefusal.Voltage);

    /// <summary>All of them, in the order of their draws.</summary>
    public IReadOnlyList<JudgedStart> All => starts;

    /// <summary>Sessions that last, allowed or not.</summary>
    public int Lasting => starts.Count(static start => start.Lasts);

    /// <summary>Of those that last: refused by a gate that knows all, for the cell does not give 1.15 times the session.</summary>
    public int NotGiven => starts.Count(static start => start.Lasts && !start.AllKnowing.Gives);

    /// <summary>Of those that last: refused by a gate that knows all, for 1.15 times the session is not stored in the cell.</summary>
    public int NotStored => starts.Count(static start => start.Lasts && !start.AllKnowing.Stores);

    /// <summary>Refused for energy or voltage although the cell would have carried the session.</summary>
    public IReadOnlyList<JudgedStart> RefusedThoughLasting => [.. starts.Where(static start => start.CouldHaveLasted)];

    /// <summary>Share of those that would have succeeded which was refused, percent.</summary>
    public double RefusedThoughLastingPercent =>
        100.0 * RefusedThoughLasting.Count / Math.Max(1, Succeeded + RefusedThoughLasting.Count);
}
