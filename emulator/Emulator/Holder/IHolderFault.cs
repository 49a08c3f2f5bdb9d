namespace IqosDevice.Emulator.Holder;

/// <summary>
/// Something that goes wrong with a holder and can be put right again: in its sensors, its board, its firmware's memory
/// or its radio. One object is one occurrence.
/// </summary>
public interface IHolderFault
{
    /// <summary>Name, for logs and lists.</summary>
    string Name { get; }

    /// <summary>What it sits on. There is at most one fault a channel: a new one takes the place of the old.</summary>
    string Channel { get; }

    /// <summary>Goes wrong now.</summary>
    void Apply(VirtualHolder holder);

    /// <summary>Is put right again, as far as that is possible.</summary>
    void Remove(VirtualHolder holder);
}
