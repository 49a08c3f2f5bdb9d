using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder.Sessions.Starts;

/// <summary>
/// One start of a session that the gate has to judge: a cell of some age and charge, some weather, and somebody who puffs
/// in a way of their own. Everything follows from the seed of the population and the number of the draw.
/// </summary>
public sealed class StartDraw
{
    public const double LowestAmbientCelsius = 0;
    public const double HighestAmbientCelsius = 40;
    public const double LowestHealth = 0.70;

    // What the gauge may be wrong by about an aged cell: docs/battery.md, aged cell.
    private const double CapacityError = 0.02;
    private const double ResistanceError = 0.10;

    private StartDraw(int run, DeterministicRandom random)
    {
        Run = run;
        Seed = random.NextUInt64() >> 11;
        AmbientCelsius = random.NextDouble(LowestAmbientCelsius, HighestAmbientCelsius);
        Health = random.NextDouble(LowestHealth, 1);
        StateOfCharge = random.NextDouble();
        Plant = new PlantParameters().Aged(Health);
        KnownHealth = Health + random.NextDouble(-CapacityError, CapacityError);
        KnownResistanceFactor = PlantParameters.ResistanceFactorAt(Health) * random.NextDouble(1 - ResistanceError, 1 + ResistanceError);
    }

    /// <summary>Number of the draw within its population, from 0.</summary>
    public int Run { get; }

    /// <summary>Seed of its noise and puffs. 53 bits, so that every reader of JSON keeps it whole.</summary>
    public ulong Seed { get; }

    /// <summary>The unit, its cell aged; the charge is set where it is played.</summary>
    public PlantParameters Plant { get; }

    public double AmbientCelsius { get; }

    /// <summary>Capacity of the cell by that of a new one, 0.7..1.</summary>
    public double Health { get; }

    /// <summary>Charge at the start, 0..1.</summary>
    public double StateOfCharge { get; }

    /// <summary>What the gauge has learned of <see cref="Health"/>.</summary>
    public double KnownHealth { get; }

    /// <summary>What the gauge has learned of the cell's resistance, by that of a new one.</summary>
    public double KnownResistanceFactor { get; }

    /// <summary>Draws a start.</summary>
    /// <param name="seed">Seed of the population.</param>
    /// <param name="run">Number of the draw, from 0.</param>
    public static StartDraw Of(ulong seed, int run) => new(run, DeterministicRandom.For(seed, $"start.{run}"));

    /// <summary>The puffs of one of this person's sessions; 0 is the one that is judged.</summary>
    public PuffProfile Puffs(int session) => PuffProfile.ByName("natural", Seed + (ulong)session);
}
