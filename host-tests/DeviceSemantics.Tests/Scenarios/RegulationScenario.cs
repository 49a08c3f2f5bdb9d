using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Safety;

namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>
/// Regulation and supervisor with demands that no state machine makes, and the small functions under them with any
/// number.
/// </summary>
internal static class RegulationScenario
{
    private const int EpisodeTicks = 200;

    public static string[] Columns { get; } =
    [
        "requested duty", "duty", "load switch", "heartbeat", "fault row", "refusing row", "valid", "celsius", "puffs",
        "curve", "rounding", "within", "puffing", "puff volume",
    ];

    public static int[] Run(int seed, int steps)
    {
        var source = new NonsenseSource(seed);
        var random = DeterministicRandom.For((ulong)seed, "regulation");
        var trace = new StepTrace();
        var inputs = new BoardInputs();
        var demand = new HeatDemand();
        var settings = new Settings();
        var detector = new PuffDetector();
        var regulation = new HeaterRegulation(settings);
        var supervisor = new Supervisor(settings) { MutedRows = 1L << CutOutProof.Row };
        for (int i = 0; i < steps; i++)
        {
            if (i % EpisodeTicks == 0)
            {
                regulation = new HeaterRegulation(settings);
                supervisor = new Supervisor(settings) { MutedRows = 1L << CutOutProof.Row };
            }

            long nowMs = source.Fill(inputs, demand, settings, supervisor.DutyPermille);
            regulation.Observe(nowMs, inputs, demand, supervisor.DutyPermille);
            float requested = regulation.Control(nowMs, inputs, demand);
            float passedOn = source.Chance(0.99) ? requested : source.Float();
            supervisor.Permit(nowMs, inputs, demand, passedOn);
            supervisor.Watch(regulation.View.PuffCount);
            if (source.Chance(0.2))
            {
                supervisor.Release();
            }

            float number = source.Float();
            regulation.Follow(demand.Phase, inputs);
            detector.Step(
                source.Chance(0.95) ? 0.02f : source.Float(),
                source.Chance(0.95) ? (float)random.NextDouble(0, 4) : Bounded(source.Float()),
                source.Chance(0.95) ? 334f : source.Float(),
                335f,
                source.Chance(0.9));
            trace.Add(requested).Add(supervisor.DutyPermille).Add(supervisor.LoadSwitchOn).Add(supervisor.Heartbeat)
                .Add(supervisor.FaultRow).Add(supervisor.RefusingRow).Add(regulation.View.Valid).Add(regulation.View.Celsius)
                .Add(regulation.View.PuffCount).Add(PlatinumCurve.CelsiusAt(number / 500f))
                .Add(CelsiusRounding.DeciCelsius(number)).Add(Finite.IsWithin(number, -1f, 1001f))
                .Add(detector.Puffing).Add(detector.MeanMl);
        }

        return trace.ToArray();
    }

    /// <summary>The observer holds the load within ±20 W; beyond that only what is no number can come.</summary>
    private static float Bounded(float watts) => Finite.Is(watts) ? Math.Clamp(watts, -20f, 20f) : watts;
}
