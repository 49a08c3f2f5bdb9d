using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>The gauge with cells that are charged and discharged, gaps, resets from saved states, and nonsense.</summary>
internal static class GaugeScenario
{
    private static readonly int[] Ints = [int.MinValue, int.MaxValue, -1, 0, 1, 2000, 4600, -8200, 8200, -40_000, 125_000];
    private static readonly long[] PeriodsMs = [0, 1, -200, 5000, 600_000, 86_400_000, int.MaxValue, 1_000_000_000_000];

    public static string[] Columns { get; } =
        ["shown charge", "remaining", "capacity", "health", "cycles", "uses", "may start", "voltage", "temperature"];

    public static int[] Run(int seed, int steps)
    {
        var random = new DeterministicRandom((ulong)seed);
        var trace = new StepTrace();
        var gauge = new BatteryGauge();
        byte[] saved = new byte[GaugeState.SizeBytes];
        long nowMs = 0;
        int cellMa = 0;
        for (int i = 0; i < steps; i++)
        {
            if (random.NextInt32(2000) == 0)
            {
                gauge.Save(saved, 0);
                saved[random.NextInt32(saved.Length)] ^= (byte)(random.NextInt32(3) == 0 ? 1 << random.NextInt32(8) : 0);
                gauge = new BatteryGauge();
                gauge.Load(saved, 0);
            }

            nowMs += random.NextInt32(500) == 0 ? PeriodsMs[random.NextInt32(PeriodsMs.Length)] : 200;
            cellMa = random.NextInt32(300) == 0 ? (int)random.NextDouble(-3000, 1000) : cellMa;
            gauge.Eco = random.NextInt32(2) == 0;
            gauge.Step(
                nowMs,
                random.NextInt32(100) == 0 ? Ints[random.NextInt32(Ints.Length)] : (int)random.NextDouble(2900, 4250),
                random.NextInt32(100) == 0 ? Ints[random.NextInt32(Ints.Length)] : cellMa,
                random.NextInt32(100) == 0 ? Ints[random.NextInt32(Ints.Length)] : (int)random.NextDouble(-30_000, 70_000));
            trace.Add(gauge.ShownSocPercent).Add(gauge.RemainingMah).Add(gauge.FullChargeMah).Add(gauge.StateOfHealthPercent)
                .Add(gauge.FullCycles).Add(gauge.UsesLeft).Add(gauge.CanStartSession).Add(gauge.CellMv).Add(gauge.CellDeciCelsius);
        }

        return trace.ToArray();
    }
}
