namespace IqosDevice.DeviceSemantics.Tests;

/// <summary>Compares what a scenario does in the two arithmetics.</summary>
internal static class Lockstep
{
    /// <summary>The first difference in words, or null where there is none.</summary>
    /// <param name="onHost">Trace of the normal mode: <paramref name="columns"/> per step.</param>
    /// <param name="onDevice">The same scenario in the other mode.</param>
    /// <param name="columns">What a step is described by, in order.</param>
    public static string? FirstDifference(Func<int[]> onHost, Func<int[]> onDevice, params string[] columns)
    {
        int[] expected = onHost();
        int[] actual;
        try
        {
            actual = onDevice();
        }
        catch (Exception exception)
        {
            return $"throws on the device: {exception}";
        }

        int common = expected.AsSpan().CommonPrefixLength(actual);
        if (common == expected.Length && common == actual.Length)
        {
            return null;
        }

        return common == expected.Length || common == actual.Length
            ? $"{expected.Length} values on the host, {actual.Length} on the device"
            : $"step {common / columns.Length}, {columns[common % columns.Length]}: "
                + $"{expected[common]} on the host, {actual[common]} on the device";
    }
}
