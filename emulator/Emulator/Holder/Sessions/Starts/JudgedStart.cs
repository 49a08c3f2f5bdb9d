using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Starts;

/// <summary>What the gate said to one start, and what came of it or would have.</summary>
/// <param name="Draw">The start.</param>
/// <param name="Refusal">What the gate said.</param>
/// <param name="EndReason">How the session ended; None where it was refused.</param>
/// <param name="CouldHaveLasted">Refused, although the very session, the gate overridden, runs to its time or its puffs.</param>
/// <param name="AllKnowing">What gates that know cell and session exactly would say.</param>
public sealed record JudgedStart(
    StartDraw Draw, StartRefusal Refusal, SessionEndReason EndReason, bool CouldHaveLasted, AllKnowingGate AllKnowing = default)
{
    private const int SessionsBefore = 8;
    private const double FullCell = 1;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>What the gauge believed when the button was pressed.</summary>
    public GaugeSnapshot Gauge { get; private init; } = new();

    /// <summary>The session runs to its time or its puffs: allowed and did, or refused and would have.</summary>
    public bool Lasts => CouldHaveLasted || EndedWell(EndReason);

    /// <summary>Plays a start: the unit has lain for a quarter of an hour.</summary>
    public static JudgedStart Play(StartDraw draw)
    {
        IReadOnlyDictionary<string, byte[]> flash = LearnedUnit.Flash(draw, SessionsBefore);
        using VirtualHolder holder = Holder(draw, flash, draw.StateOfCharge);
        holder.Advance(Rest);
        GaugeSnapshot gauge = holder.Firmware.Gauge;
        SessionRun.Play(holder, draw.Puffs(0), TimeSpan.Zero);
        StartRefusal refusal = holder.Firmware.LastRefusal;
        SessionEndReason end = holder.Firmware.LastEndReason;
        double takenCharge = draw.StateOfCharge - holder.Plant.CellStateOfCharge;
        bool couldHaveLasted = refusal != StartRefusal.None && LastsFrom(draw, flash, draw.StateOfCharge, out takenCharge);
        AllKnowingGate allKnowing = couldHaveLasted || EndedWell(end)
            ? AllKnowingGate.Of(draw, takenCharge, charge => LastsFrom(draw, flash, charge, out _))
            : default;
        return new(draw, refusal, end, couldHaveLasted, allKnowing) { Gauge = gauge };
    }

    /// <summary>The same session from some charge, whatever the gate says: it is shown a full cell, and the true one under load.</summary>
    private static bool LastsFrom(StartDraw draw, IReadOnlyDictionary<string, byte[]> flash, double charge, out double takenCharge)
    {
        using VirtualHolder holder = Holder(draw, flash, FullCell);
        SessionRun.Play(holder, draw.Puffs(0), Rest, started => started.Plant.SetCharge(charge));
        takenCharge = charge - holder.Plant.CellStateOfCharge;
        return EndedWell(holder.Firmware.LastEndReason);
    }

    private static VirtualHolder Holder(StartDraw draw, IReadOnlyDictionary<string, byte[]> flash, double charge) =>
        VirtualHolder.Start(new HolderOptions
        {
            Seed = draw.Seed,
            Plant = draw.Plant with { InitialStateOfCharge = charge },
            AmbientCelsius = draw.AmbientCelsius,
            Flash = flash,
        });

    private static bool EndedWell(SessionEndReason end) => end is SessionEndReason.Time or SessionEndReason.Puffs;
}
