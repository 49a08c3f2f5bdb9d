namespace IqosDevice.Emulator.Holder;

/// <summary>What is wrong with the holder on purpose.</summary>
public sealed partial class VirtualHolder
{
    private readonly List<IHolderFault> faults = [];
    private bool radioSilent;

    /// <summary>Faults that are there now, the oldest first.</summary>
    public IReadOnlyList<IHolderFault> Faults => faults;

    /// <summary>Something goes wrong now; what was wrong with the same channel ends.</summary>
    public void Inject(IHolderFault fault)
    {
        ClearFault(fault.Channel);
        Board.Settle();
        WriteLog("fault: " + fault.Name);
        faults.Add(fault);
        fault.Apply(this);
        Board.Settle();
    }

    /// <summary>Puts a channel right again.</summary>
    /// <returns>False where nothing was wrong with it.</returns>
    public bool ClearFault(string channel)
    {
        int index = faults.FindIndex(fault => string.Equals(fault.Channel, channel, StringComparison.Ordinal));
        if (index < 0)
        {
            return false;
        }

        IHolderFault fault = faults[index];
        faults.RemoveAt(index);
        Board.Settle();
        fault.Remove(this);
        Board.Settle();
        WriteLog("fault over: " + fault.Name);
        return true;
    }

    /// <summary>Puts everything right again; what has tripped or ended meanwhile stays so.</summary>
    public void ClearFaults()
    {
        while (faults.Count > 0)
        {
            ClearFault(faults[^1].Channel);
        }
    }

    /// <summary>The radio falls silent: the link breaks and nothing advertises, or it comes back.</summary>
    internal void SetRadioSilent(bool silent)
    {
        radioSilent = silent;
        if (silent)
        {
            bridge.GoDown("The radio fell silent.");
        }
        else
        {
            bridge.GoUp();
        }
    }
}
