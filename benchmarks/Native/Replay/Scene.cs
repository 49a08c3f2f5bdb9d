using IqosDevice.Emulator.Faults;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>A kind of day in the life of a holder; the recorded ticks are shared among them.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Share">Its part of the ticks.</param>
/// <param name="Options">The holder, by the seed.</param>
/// <param name="Begin">Lays down what hands and the world will do.</param>
internal sealed record Scene(string Name, int Share, Func<ulong, HolderOptions> Options, Action<VirtualHolder> Begin)
{
    private static readonly TimeSpan StartHold = TimeSpan.FromSeconds(1.2);

    /// <summary>All scenes.</summary>
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("a session, natural puffs", 18, static seed => new HolderOptions { Seed = seed }, static holder => PlaySession(holder, "natural")),
        new("a session, puffs of the worst case", 18, static seed => new HolderOptions { Seed = seed + 1, Model = "ILUMA" },
            static holder => PlaySession(holder, "worst")),
        new("a session in the cold, with a cell half full", 14,
            static seed => new HolderOptions { Seed = seed + 2, AmbientCelsius = 2, Plant = new PlantParameters { InitialStateOfCharge = 0.5 } },
            static holder => PlaySession(holder, "hci")),
        new("sensors that fail during sessions", 24, static seed => new HolderOptions { Seed = seed + 3 }, PlayFaults),
        new("the stick pulled, the button held, sessions broken off", 8, static seed => new HolderOptions { Seed = seed + 4, AmbientCelsius = 38 },
            BreakOff),
        new("refused: no stick, an empty cell, frost", 6,
            static seed => new HolderOptions { Seed = seed + 5, Plant = new PlantParameters { InitialStateOfCharge = 0.04 } }, BeRefused),
        new("in the charger, with a calibration run", 6,
            static seed => new HolderOptions { Seed = seed + 6, Model = "ILUMA PRIME", Plant = new PlantParameters { InitialStateOfCharge = 0.6 } },
            static holder => holder.Calibrate()),
        new("idle, then asleep", 6, static seed => new HolderOptions { Seed = seed + 7 }, static holder => After(holder, 20, holder.Tilt)),
    ];

    /// <summary>The shares of all scenes together.</summary>
    public static int SharesOfAll { get; } = All.Sum(static scene => scene.Share);

    private static void After(VirtualHolder holder, double seconds, Action act) => holder.Queue.After((long)(seconds * 1e6), act);

    /// <summary>Does something now and again and again.</summary>
    private static void Every(VirtualHolder holder, double seconds, Action<int> act, int turn = 0)
    {
        act(turn);
        After(holder, seconds, () => Every(holder, seconds, act, turn + 1));
    }

    private static void Start(VirtualHolder holder)
    {
        holder.RemoveStick();
        After(holder, 0.5, holder.InsertStick);
        After(holder, 2, () => holder.HoldButton(StartHold));
    }

    private static void PlaySession(VirtualHolder holder, string puffs) => Every(holder, 400, _ =>
    {
        Start(holder);
        After(holder, 25, () => holder.PlayPuffs(PuffProfile.ByName(puffs, holder.Options.Seed)));
    });

    /// <summary>A session every 45 s, in each of them another sensor that fails for five seconds, and service after it.</summary>
    private static void PlayFaults(VirtualHolder holder)
    {
        FaultDefinition[] faults = [.. SensorFaults.All.Where(static fault => fault.Kind != FaultKind.Ok)];

        // Coprime to their number, so that few turns meet many channels and kinds.
        const int stride = 13;
        Every(holder, 45, turn =>
        {
            Start(holder);
            After(holder, turn % 2 == 0 ? 8 : 25, () => holder.Inject(faults[turn * stride % faults.Length].Create(seed: holder.Options.Seed)));
            After(holder, turn % 2 == 0 ? 13 : 30, () => holder.ClearFaults());
            After(holder, 35, holder.Service);
        });
    }

    private static void BreakOff(VirtualHolder holder) => Every(holder, 50, turn =>
    {
        Start(holder);
        After(holder, 20, () => holder.Puff(55, 2));
        After(holder, 30, turn % 2 == 0 ? holder.RemoveStick : () => holder.HoldButton(StartHold));
    });

    private static void BeRefused(VirtualHolder holder) => Every(holder, 15, turn =>
    {
        holder.SetAmbient(turn % 2 == 0 ? 25 : -15);
        (turn % 3 == 0 ? (Action)holder.RemoveStick : holder.InsertStick)();
        After(holder, 3, () => holder.HoldButton(StartHold));
    });
}
