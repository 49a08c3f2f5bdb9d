namespace IqosDevice.Emulator.Plant;

/// <summary>One puff: when it begins after Ready, how much, how long.</summary>
public readonly record struct Puff(double StartSeconds, double Millilitres, double Seconds);

/// <summary>The puffs of a session, in order of time.</summary>
public sealed class PuffProfile
{
    private PuffProfile(string name, IReadOnlyList<Puff> puffs)
    {
        Name = name;
        Puffs = puffs;
    }

    public string Name { get; }

    public IReadOnlyList<Puff> Puffs { get; }

    /// <summary>A profile by name (hci, worst, natural, none).</summary>
    /// <exception cref="ArgumentException">No such profile.</exception>
    public static PuffProfile ByName(string name, ulong seed) => new(name, []);

    /// <summary>A profile from CSV text: start seconds after Ready, millilitres, seconds; a header line is allowed.</summary>
    /// <exception cref="FormatException">Names line and column of what is wrong.</exception>
    public static PuffProfile FromCsv(string name, string text) => new(name, []);
}
