using IqosDevice.Emulator.Simulation;

namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>The heater step for many ticks: episodes of up to 60 s, from quiet ones to those of nothing but nonsense.</summary>
internal static class HeaterScenario
{
    private const int EpisodeTicks = 3000;

    private static readonly double[] Nonsense = [0, 0.001, 0.005, 0.02, 0.1, 0.5];

    public static int[] Run(int seed, int steps)
    {
        var random = new DeterministicRandom((ulong)seed);
        var trace = new StepTrace();
        var episode = new HeaterEpisode(random, 0);
        int number = 0;
        for (int i = 0, began = 0; i < steps; i++)
        {
            if (episode.IsOver || i - began == EpisodeTicks)
            {
                number++;
                began = i;
                episode = new HeaterEpisode(random, Nonsense[number % Nonsense.Length]);
            }

            episode.Step(trace);
        }

        return trace.ToArray();
    }
}
