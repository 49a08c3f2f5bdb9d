using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>
/// Inputs as no board gives them: NaN, infinities, extremes, clocks that jump. The mild kind mixes few of them with good
/// ones, so that heating happens; otherwise each is nonsense three times in ten.
/// </summary>
internal sealed class NonsenseSource
{
    private static readonly float[] Floats =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -float.MaxValue, float.Epsilon,
        0, -1, 1, 379, 500, 1001,
    ];

    private static readonly int[] Ints = [int.MinValue, int.MaxValue, -1, 0, 1, 19, 3900, 4095, 100_000];
    private static readonly int[] PeriodsMs = [20, 20, 20, 20, 0, 1, 100, 101, 5000, -20, int.MaxValue];

    private const double WildGood = 0.7;

    /// <summary>Ticks of the mild kind in which nothing is wrong: heat comes only in the second good tick in a row.</summary>
    private const double QuietTicks = 0.5;

    private readonly DeterministicRandom random;
    private readonly bool mild;
    private long nowMs = 1000;
    private bool quiet;

    public NonsenseSource(int seed, bool mild = true)
    {
        random = new DeterministicRandom((ulong)seed);
        this.mild = mild;
    }

    /// <summary>Fills everything the heater side looks at.</summary>
    /// <param name="inputs">Samples.</param>
    /// <param name="demand">The state machine's demand.</param>
    /// <param name="settings">What was calibrated.</param>
    /// <param name="permille">Duty under which the samples are taken: a current flows, unless nonsense says otherwise.</param>
    /// <returns>The time of the tick, which may go back.</returns>
    public long Fill(BoardInputs inputs, HeatDemand demand, Settings settings, int permille)
    {
        quiet = mild && Chance(QuietTicks);
        nowMs += Good(0.9) ? 20 : PeriodsMs[random.NextInt32(PeriodsMs.Length)];
        inputs.HeaterSampleMs = Good(0.9) ? nowMs : nowMs - Int();
        inputs.ThermocoupleSampleMs = Good(0.9) ? nowMs : Int();
        inputs.CellSampleMs = Good(0.9) ? nowMs : Int();
        inputs.HeaterVolts = Good(0.95) ? (3.6f * permille / 1000) + (permille > 0 ? 0.00125f * random.NextInt32(3) : 0) : Float();
        inputs.HeaterAmps = Good(0.95) ? 2.4f * permille / 1000 : Float();
        inputs.HeaterTopVolts = Good(0.98) ? inputs.HeaterVolts : Float();
        inputs.GateHigh = permille > 0 ? Good(0.98) : !Good(0.98);
        inputs.ThermocoupleCelsius = Good(0.98) ? 200 : Float();
        inputs.ThermocoupleRaw = Good(0.95) ? 1200 + random.NextInt32(3) : Int();
        inputs.ReferenceMv = Good(0.98) ? 1225 : Int();
        inputs.CellMv = Good(0.9) ? 3900 : Int();
        inputs.StickPresent = Good(0.98);
        inputs.ButtonPressed = Good(0.99);
        inputs.Docked = !Good(0.98);
        inputs.ChargerActive = !Good(0.98);
        settings.AutoStart = Chance(0.5);
        settings.HeaterR0MicroOhm = Good(0.9) ? 800_000 : Int();
        demand.Phase = Good(0.9) ? HeatPhase.Hold : (HeatPhase)random.NextInt32(6);
        demand.SetpointCelsius = Good(0.9) ? 335 : Float();
        demand.ConfirmedMs = Good(0.95) ? nowMs : Int();
        return nowMs;
    }

    public bool Chance(double probability) => random.NextDouble() < probability;

    public float Float() => Chance(0.5) ? (float)random.NextDouble(-2000, 2000) : Floats[random.NextInt32(Floats.Length)];

    public int Int() => Ints[random.NextInt32(Ints.Length)];

    /// <summary>Whether an input is to be a good one.</summary>
    /// <param name="share">How many of them are with the mild kind.</param>
    private bool Good(double share) => quiet || Chance(mild ? share : WildGood);
}
