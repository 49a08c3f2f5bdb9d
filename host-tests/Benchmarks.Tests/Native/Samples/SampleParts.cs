namespace IqosDevice.Benchmarks.Tests.Native.Samples;

internal enum SamplePhase : byte
{
    Waiting,
    Low,
    High,
}

internal interface ISampleFilter
{
    float Filter(float value);
}

internal sealed class SampleFilter : ISampleFilter
{
    private float last;

    public float Filter(float value)
    {
        last += (value - last) / 8f;
        return last;
    }
}

internal sealed class SampleInputs
{
    public float Level { get; set; }

    public bool Enabled { get; set; }
}

internal sealed class SampleOutputs
{
    public int HeaterDutyPermille;
    public bool On;
    public ushort Count;
}

/// <summary>The last eight values.</summary>
internal sealed class SampleHistory
{
    private readonly float[] values = new float[8];
    private readonly bool[] enabled = new bool[8];
    private readonly uint[] seconds = [1, 2, 3, 4, 5, 6, 7, 0xFFFF_FFFF];
    private readonly SampleFilter[] others = [new SampleFilter(), new SampleFilter()];

    public int Length { get; private set; }

    public void Note(long nowMs, float value, bool isEnabled)
    {
        int index = (int)(nowMs / 20) & 7;
        values[index] = others[index & 1].Filter(value);
        enabled[index] = isEnabled;
        seconds[index] += (uint)nowMs >> 3;
        Length = Length < values.Length ? Length + 1 : Length;
    }

    public float Mean()
    {
        float sum = 0f;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] + (seconds[i] & 1);
        }

        return sum / values.Length;
    }

    public bool AnyEnabled()
    {
        foreach (bool each in enabled)
        {
            if (each)
            {
                return true;
            }
        }

        return false;
    }
}
