namespace IqosDevice.Emulator.Plant;

/// <summary>The puffs of a session, in order of time.</summary>
public sealed class PuffProfile
{
    /// <summary>Time from Ready within which puffs end, the longest session.</summary>
    private const double SessionSeconds = 360;

    private PuffProfile(string name, IReadOnlyList<Puff> puffs)
    {
        Name = name;
        Puffs = puffs;
    }

    /// <summary>The names that <see cref="ByName"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["hci", "worst", "natural", "none"];

    public string Name { get; }

    public IReadOnlyList<Puff> Puffs { get; }

    /// <summary>
    /// A profile by name. hci: 55 ml in 2 s every 30 s (Health Canada Intense), 12 puffs. worst: 55 ml in 4 s with
    /// 8 s between (the pattern of UL 8139's discharge test). natural: intervals around 20 s, 35 to 70 ml, 1.2 to
    /// 3 s, drawn from the seed. none: no puff.
    /// </summary>
    /// <exception cref="ArgumentException">No such profile.</exception>
    public static PuffProfile ByName(string name, ulong seed) => name switch
    {
        "hci" => new(name, Regular(startSeconds: 15, everySeconds: 30, new Puff(0, 55, 2))),
        "worst" => new(name, Regular(startSeconds: 8, everySeconds: 12, new Puff(0, 55, 4))),
        "natural" => new(name, Natural(seed)),
        "none" => new(name, []),
        _ => throw new ArgumentException($"There is no puff profile '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>A profile from CSV text: start seconds after Ready, millilitres, seconds; a header line is allowed.</summary>
    /// <exception cref="FormatException">Names line and column of what is wrong.</exception>
    public static PuffProfile FromCsv(string name, string text) => new(name, PuffCsv.Parse(text));

    private static List<Puff> Regular(double startSeconds, double everySeconds, Puff puff)
    {
        List<Puff> puffs = [];
        for (double start = startSeconds; start + puff.Seconds <= SessionSeconds; start += everySeconds)
        {
            puffs.Add(puff with { StartSeconds = start });
        }

        return puffs;
    }

    private static List<Puff> Natural(ulong seed)
    {
        List<Puff> puffs = [];
        double start = Uniform(ref seed, 4, 16);
        while (true)
        {
            Puff puff = new(start, Uniform(ref seed, 35, 70), Uniform(ref seed, 1.2, 3));
            if (puff.StartSeconds + puff.Seconds > SessionSeconds)
            {
                return puffs;
            }

            puffs.Add(puff);
            start += Uniform(ref seed, 10, 30);
        }
    }

    /// <summary>
    /// Uniform in [low, high) by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the plant knows nobody, the
    /// simulation's generator included, and a profile must not depend on what else draws numbers.
    /// </summary>
    private static double Uniform(ref ulong state, double low, double high)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return low + ((high - low) * ((z >> 11) * (1.0 / (1UL << 53))));
    }
}
