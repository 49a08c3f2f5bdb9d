using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Running;

/// <summary>
/// Further holders in reach of the adapter: other models with names, addresses and serial numbers of their own. They live
/// in the first one's time, are met over the bus alone, and begin new with each run.
/// </summary>
internal sealed class Neighbours : IDisposable
{
    private readonly List<VirtualHolder> holders = [];

    private Neighbours()
    {
    }

    public IReadOnlyList<VirtualHolder> Holders => holders;

    /// <summary>Starts so many beside the first one: the models that follow its own.</summary>
    public static Neighbours Start(VirtualHolder first, int count)
    {
        var neighbours = new Neighbours();
        int firstModel = HolderModels.Names.ToList().IndexOf(first.Model.Name);
        for (int i = 1; i <= count; i++)
        {
            neighbours.holders.Add(VirtualHolder.Start(new HolderOptions
            {
                Model = HolderModels.Names[(firstModel + i) % HolderModels.Names.Count],
                Seed = unchecked(first.Options.Seed + (ulong)i),
                Queue = first.Queue,
            }));
        }

        return neighbours;
    }

    public void Dispose()
    {
        foreach (VirtualHolder holder in holders)
        {
            holder.Dispose();
        }
    }
}
