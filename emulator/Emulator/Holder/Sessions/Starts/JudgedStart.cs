using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Starts;

/// <summary>What the gate said to one start, and what came of it or would have.</summary>
/// <param name="Draw">The start.</param>
/// <param name="Refusal">What the gate said.</param>
/// <param name="EndReason">How the session ended; None where it was refused.</param>
/// <param name="CouldHaveLasted">Refused, although the cell would have carried the session under an ideal controller.</param>
public sealed record JudgedStart(StartDraw Draw, StartRefusal Refusal, SessionEndReason EndReason, bool CouldHaveLasted)
{
    private const int SessionsBefore = 8;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>Plays a start: the unit has lain for a quarter of an hour.</summary>
    public static JudgedStart Play(StartDraw draw)
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions
        {
            Seed = draw.Seed,
            Plant = draw.Plant with { InitialStateOfCharge = draw.StateOfCharge },
            AmbientCelsius = draw.AmbientCelsius,
            Flash = LearnedUnit.Flash(draw, SessionsBefore),
        });
        SessionRun.Play(holder, draw.Puffs(0), Rest);
        StartRefusal refusal = holder.Firmware.LastRefusal;
        bool couldHaveLasted = refusal != StartRefusal.None
            && IdealTwin.CanLast(draw.Plant with { InitialStateOfCharge = draw.StateOfCharge }, draw.AmbientCelsius, draw.Puffs(0));
        return new(draw, refusal, holder.Firmware.LastEndReason, couldHaveLasted);
    }
}
