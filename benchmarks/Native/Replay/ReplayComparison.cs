using System.Reflection;
using IqosDevice.Benchmarks.Native.State;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>Two replays of one recording, tick by tick.</summary>
/// <param name="EqualTicks">Ticks with the same outputs to the bit.</param>
/// <param name="WrongTicks">Ticks that differ by more than one least significant bit of the duty, or in anything else.</param>
/// <param name="UnequalSlots">Fields that differ after the last tick.</param>
/// <param name="First">The first difference of all, for a reader; null for none.</param>
internal sealed record ReplayComparison(int EqualTicks, int WrongTicks, int UnequalSlots, string? First)
{
    private const string Duty = "HeaterDutyPermille";

    /// <summary>Compares.</summary>
    public static ReplayComparison Of(TickRecording recording, ReplayResult managed, ReplayResult native)
    {
        FieldInfo[] outputs = recording.Start.FieldsOf(recording.Start.Roots.Outputs);
        int duty = Array.FindIndex(outputs, static field => field.Name == Duty);
        int equal = 0;
        int wrong = 0;
        string? first = null;
        for (int tick = 0; tick < recording.TickCount; tick++)
        {
            ReadOnlySpan<long> expected = managed.Outcomes.AsSpan(tick * outputs.Length, outputs.Length);
            ReadOnlySpan<long> actual = native.Outcomes.AsSpan(tick * outputs.Length, outputs.Length);
            if (expected.SequenceEqual(actual))
            {
                equal++;
                continue;
            }

            wrong += IsClose(expected, actual, duty) ? 0 : 1;
            first ??= $"tick {tick}: {Text(outputs, expected)} in .NET, {Text(outputs, actual)} in C";
        }

        int[] slots = [.. Enumerable.Range(0, managed.End.Length)
            .Where(slot => !IsSame(recording.Start.Slots[slot].Type, managed.End[slot], native.End[slot]))];
        return new ReplayComparison(
            equal, wrong, slots.Length, first ?? slots.Select(slot => "at the end: " + recording.Start.Slots[slot]).FirstOrDefault());
    }

    /// <summary>Which NaN it is, processors do not promise.</summary>
    private static bool IsSame(Type type, long one, long other) =>
        one == other || (type == typeof(float) && float.IsNaN(Bits.To<float>(one)) && float.IsNaN(Bits.To<float>(other)));

    private static bool IsClose(ReadOnlySpan<long> expected, ReadOnlySpan<long> actual, int duty)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            long apart = i == duty ? Math.Abs(Bits.To<int>(expected[i]) - (long)Bits.To<int>(actual[i])) : expected[i] == actual[i] ? 0 : 2;
            if (apart > 1)
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(FieldInfo[] fields, ReadOnlySpan<long> values)
    {
        var parts = new string[fields.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = $"{fields[i].Name} {Bits.ToObject(fields[i].FieldType, values[i])}";
        }

        return string.Join(", ", parts);
    }
}
