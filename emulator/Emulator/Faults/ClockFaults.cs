using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Faults;

/// <summary>The eight kinds on the real-time clock, the holder's second clock.</summary>
internal static class ClockFaults
{
    private const string Channel = "clock";
    private const double Decade = 10 * 365.25 * 86400;

    public static IEnumerable<FaultDefinition> All
    {
        get
        {
            yield return new("clock.ok", Channel, FaultKind.Ok, "Puts the real-time clock right.", null,
                _ => new HolderFault(static _ => { }));
            yield return new("clock.off", Channel, FaultKind.Off, "The real-time clock does not answer.", null,
                _ => new HolderFault(
                    holder => holder.Board.I2c.SetSilent(Wiring.ClockAddress, true),
                    holder => holder.Board.I2c.SetSilent(Wiring.ClockAddress, false)));
            yield return On("stuck", FaultKind.Stuck, "The real-time clock stands still.", null, _ => new StuckSignal());
            yield return On("garbage", FaultKind.Garbage, "The real-time clock shows any time within ten years.", null,
                draw => new GarbageSignal(draw.Seed, 0, Decade));
            yield return On("wrong", FaultKind.Wrong, "The real-time clock jumps.",
                new FaultAmount("a jump", "s", -Decade, Decade, 3600), draw => new WrongSignal(1, draw.Amount));
            yield return On("slow", FaultKind.Slow, "The real-time clock counts at another rate.",
                new FaultAmount("a rate", string.Empty, 0, 10, 0.8), draw => new RateSignal(draw.Amount));
            yield return On("delayed", FaultKind.Delayed, "The real-time clock shows the time of a while ago.",
                new FaultAmount("a delay", "s", 0.01, 600, 10), draw => new DelayedSignal(draw.Amount));
            yield return new("clock.intermittent", Channel, FaultKind.Intermittent, "The real-time clock answers at times.",
                new FaultAmount("a share of time without contact", string.Empty, 0, 1, 0.3), draw => new HolderFault(
                    holder => holder.Board.I2c.SetContact(Wiring.ClockAddress, new LooseContact(draw.Seed, draw.Amount)),
                    holder => holder.Board.I2c.SetContact(Wiring.ClockAddress, null)));
        }
    }

    private static FaultDefinition On(string kindName, FaultKind kind, string summary, FaultAmount? amount,
        Func<FaultDraw, ISignalFault> make) =>
        new($"{Channel}.{kindName}", Channel, kind, summary, amount, draw => new HolderFault(
            holder => holder.Board.Clock.CountedSeconds.Fault = make(draw),
            holder => holder.Board.Clock.CountedSeconds.Fault = null));
}
