namespace IqosDevice.Benchmarks.Tests.Native.Samples;

/// <summary>A small tick with everything that objects can be: fields of all kinds, arrays, tables, a port with one implementation.</summary>
/// <param name="filter">A port.</param>
internal sealed class SampleLoop(ISampleFilter filter)
{
    private static readonly short[] Table = [3, -7, 250, 12_000];
    private static readonly float Gain = 1.75f;

    private readonly SampleHistory history = new();
    private readonly ISampleFilter filter = filter;
    private SampleInputs? seen;
    private SamplePhase phase = SamplePhase.Waiting;
    private ulong sumOfTimes;
    private sbyte turns;

    /// <summary>What an act from outside sets.</summary>
    public float Offset { get; set; } = 0.25f;

    public void Step(long nowMs, SampleInputs inputs, SampleOutputs outputs)
    {
        seen ??= inputs;
        sumOfTimes += (ulong)nowMs;
        turns++;
        phase = inputs.Level > 0.5f ? SamplePhase.High : turns < 0 ? SamplePhase.Waiting : phase;
        float filtered = filter.Filter((inputs.Level * Gain) + Offset);
        history.Note(nowMs, filtered, seen.Enabled);
        outputs.HeaterDutyPermille = Table[(int)phase] + (int)(history.Mean() * 100f);
        outputs.On = history.Length > 4 && history.AnyEnabled();
        Report(outputs);
    }

    private void Report(SampleOutputs outputs) => outputs.Count = (ushort)(sumOfTimes ^ (ulong)turns);
}
