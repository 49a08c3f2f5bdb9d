using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Faults.Radio;

namespace IqosDevice.Emulator.Faults;

/// <summary>The eight kinds on the radio, and a flood of writes.</summary>
internal static class RadioFaults
{
    private const string Channel = "radio";

    public static IEnumerable<FaultDefinition> All
    {
        get
        {
            yield return new("radio.ok", Channel, FaultKind.Ok, "Puts the radio right.", null,
                _ => new HolderFault(static _ => { }));
            yield return new("radio.off", Channel, FaultKind.Off, "The radio falls silent: the link breaks, nothing advertises.",
                null, _ => new HolderFault(holder => holder.SetRadioSilent(true), holder => holder.SetRadioSilent(false)));
            yield return On("stuck", FaultKind.Stuck, "Every value that leaves is the first one.", null,
                _ => new StuckRadio());
            yield return On("garbage", FaultKind.Garbage, "Values arrive as random bytes, both ways.", null,
                draw => new CorruptRadio(new ByteCorruption(draw.Seed, wholly: true)));
            yield return On("wrong", FaultKind.Wrong, "One bit of every value is turned over, both ways.", null,
                draw => new CorruptRadio(new ByteCorruption(draw.Seed, wholly: false)));
            yield return Slow();
            yield return On("delayed", FaultKind.Delayed, "Writes reach the firmware a while after they came.",
                new FaultAmount("a delay", "s", 0.001, 60, 1), draw => new LateRadio(draw.Amount));
            yield return Intermittent();
            yield return Flood();
        }
    }

    private static FaultDefinition Slow() => new("radio.slow", Channel, FaultKind.Slow, "Replies take long.",
        new FaultAmount("a time to the reply", "s", 0, 60, 1.5), draw =>
        {
            int before = 0;
            return new HolderFault(
                holder =>
                {
                    before = holder.ReplyDelayMs;
                    holder.SetReplyDelay((int)(draw.Amount * 1000));
                },
                holder => holder.SetReplyDelay(before));
        });

    private static FaultDefinition Intermittent() => new("radio.intermittent", Channel, FaultKind.Intermittent,
        "The link breaks again and again.", new FaultAmount("a mean time between breaks", "s", 0.05, 600, 3), draw =>
        {
            var link = new BreakingLink(draw.Seed, draw.Amount);
            return new HolderFault(link.Start, _ => link.Stop());
        });

    private static FaultDefinition Flood() => new("radio-flood", "radio-flood", FaultKind.Damage,
        "Random values are written to everything that can be written.",
        new FaultAmount("writes a second", "1/s", 1, 10_000, 200), draw =>
        {
            var flood = new RadioFlood(draw.Seed, draw.Amount);
            return new HolderFault(flood.Start, _ => flood.Stop());
        });

    private static FaultDefinition On(string kindName, FaultKind kind, string summary, FaultAmount? amount,
        Func<FaultDraw, IRadioFault> make) =>
        new($"{Channel}.{kindName}", Channel, kind, summary, amount, draw => new HolderFault(
            holder => holder.Board.Radio.Fault = make(draw), holder => holder.Board.Radio.Fault = null));
}
