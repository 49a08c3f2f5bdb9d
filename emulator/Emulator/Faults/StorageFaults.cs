using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Board.Signals;
using IqosDevice.Emulator.Faults.Storage;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Faults;

/// <summary>The eight kinds on the way to the flash, and the power cut in the middle of a write.</summary>
internal static class StorageFaults
{
    private const string Channel = "storage";

    public static IEnumerable<FaultDefinition> All
    {
        get
        {
            yield return new("storage.ok", Channel, FaultKind.Ok, "Puts the flash right.", null,
                _ => new HolderFault(static _ => { }));
            yield return On("off", FaultKind.Off, "The flash refuses reads and writes.", null,
                (holder, draw) => new RefusingStorage(holder.Board, new LooseContact(draw.Seed, 1)));
            yield return On("stuck", FaultKind.Stuck, "The flash takes every write and keeps none.", null,
                (_, _) => new WornStorage());
            yield return On("garbage", FaultKind.Garbage, "What is read of the flash is random.", null,
                (_, draw) => new CorruptStorage(new ByteCorruption(draw.Seed, wholly: true)));
            yield return On("wrong", FaultKind.Wrong, "One bit of every file that is read is turned over.", null,
                (_, draw) => new CorruptStorage(new ByteCorruption(draw.Seed, wholly: false)));
            yield return On("slow", FaultKind.Slow, "A write keeps the processor waiting, as an erase does.",
                new FaultAmount("a time", "s", 0.001, 10, 0.4), (holder, draw) => new SlowStorage(holder.Board, draw.Amount));
            yield return On("delayed", FaultKind.Delayed, "A write becomes durable a while after the flash has said so.",
                new FaultAmount("a delay", "s", 0.001, 600, 5),
                (holder, draw) => new LateStorage(holder.Queue, holder.Board.Flash, draw.Amount));
            yield return On("intermittent", FaultKind.Intermittent, "The flash refuses at times.",
                new FaultAmount("a share of time", string.Empty, 0, 1, 0.3),
                (holder, draw) => new RefusingStorage(holder.Board, new LooseContact(draw.Seed, draw.Amount)));
            yield return new("flash-cut", "flash-cut", FaultKind.Damage, "The power goes in the middle of the next write.",
                new FaultAmount("bytes that are still written", "bytes", 0, 100_000, 10), draw => new HolderFault(
                    holder => holder.Board.Flash.CutPowerAfter((long)draw.Amount), EndCut));
        }
    }

    private static void EndCut(VirtualHolder holder)
    {
        bool wasCut = holder.Board.Flash.PowerIsLost;
        holder.Board.Flash.RestorePower();
        if (wasCut)
        {
            holder.PowerCycle();
        }
    }

    private static FaultDefinition On(string kindName, FaultKind kind, string summary, FaultAmount? amount,
        Func<VirtualHolder, FaultDraw, IStorageFault> make) =>
        new($"{Channel}.{kindName}", Channel, kind, summary, amount, draw => new HolderFault(
            holder => holder.Board.Storage.Fault = make(holder, draw),
            holder => holder.Board.Storage.Fault = null));
}
