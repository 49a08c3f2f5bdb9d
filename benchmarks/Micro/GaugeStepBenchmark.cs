using BenchmarkDotNet.Attributes;
using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>One sample of the cell, five a second: counting, in every fifth the filter, uses left.</summary>
public class GaugeStepBenchmark
{
    private const int Samples = 10_000;
    private const int SampleMs = 200;

    private BatteryGauge gauge = new();
    private long ms;

    [IterationSetup]
    public void Fill()
    {
        gauge = new BatteryGauge();
        gauge.Step(ms = 0, 4100, 0, 25_000);
    }

    [Benchmark(OperationsPerInvoke = Samples)]
    public int Step()
    {
        for (int sample = 0; sample < Samples; sample++)
        {
            ms += SampleMs;
            gauge.Step(ms, 3900 - (sample / 20), sample % 7 == 0 ? -900 : -700, 25_000);
        }

        return gauge.EstimatedPermille;
    }
}
