namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>What a scenario did, as integers: they alone can cross from one world to the other.</summary>
internal sealed class StepTrace
{
    private readonly List<int> values = [];

    public StepTrace Add(int value)
    {
        values.Add(value);
        return this;
    }

    public StepTrace Add(bool value) => Add(value ? 1 : 0);

    /// <summary>The bits of a number; every NaN is the same.</summary>
    public StepTrace Add(float value) => Add(BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value));

    public int[] ToArray() => [.. values];
}
