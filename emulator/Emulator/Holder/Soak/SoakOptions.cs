namespace IqosDevice.Emulator.Holder.Soak;

/// <summary>What a soak runs: holder i is fixed by the seed and by i alone.</summary>
public sealed record SoakOptions
{
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of the first holder.</summary>
    public int FirstHolder { get; init; }

    /// <summary>How many holders, 1 or more.</summary>
    public int Holders { get; init; } = 100;

    /// <summary>Virtual time that each of them lives.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>One session after another with nothing else, so that all heat at once; otherwise acts of every kind.</summary>
    public bool OnlySessions { get; init; }
}
