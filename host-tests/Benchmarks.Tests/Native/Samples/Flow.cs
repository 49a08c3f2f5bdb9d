namespace IqosDevice.Benchmarks.Tests.Native.Samples;

/// <summary>Branches, loops, calls, and values that wait on the evaluation stack while something changes.</summary>
internal static class Flow
{
    public static int Switch(int a) => a switch
    {
        0 => 5,
        1 => -7,
        2 => a + 100,
        5 => 9,
        _ => a / 2,
    };

    public static int Loop(int a)
    {
        int sum = 0;
        for (int i = 0; i < (a & 15); i++)
        {
            for (int k = i; k > 0; k--)
            {
                sum += k * i;
                if (sum > 500)
                {
                    break;
                }
            }
        }

        return sum;
    }

    public static int Conditional(int a, int b) => Sum(a > 3 ? a : b, b > 3 && a != b ? 1 : b < 0 || a == 7 ? 2 : 3, a > b ? (b > 5 ? 10 : 20) : 30);

    public static float ConditionalSingle(float a, float b) => (a > b ? a : b) * (a < 1f ? 2f : b);

    public static int ReadBeforeItChanges(int a)
    {
        int index = a & 7;
        int sum = index++ + index;
        return sum + (index = 3) + index;
    }

    public static int ByReference(int a, int b)
    {
        int kept = a;
        int before = kept + Grow(ref kept, b) + kept;
        Halve(a, out int half);
        bool odd = false;
        Flip(ref odd, b);
        return before + half + (odd ? 1000 : 0);
    }

    public static long ParameterThatChanges(long a, int b)
    {
        a = b > 0 ? a + 1 : a;
        b = b < 0 ? 0 : b & 3;
        while (b-- > 0)
        {
            a ^= b + 1;
        }

        return a;
    }

    public static int Overloads(int a, float b) => Twice(a) + (Twice(b) > 0f ? 1 : 0);

    private static int Sum(int a, int b, int c) => (a * 100) + (b * 10) + c;

    private static int Twice(int a) => a * 2;

    private static float Twice(float a) => a * 2f;

    private static int Grow(ref int value, int by)
    {
        value += by;
        return value;
    }

    private static void Halve(int value, out int half) => half = value / 2;

    private static void Flip(ref bool value, int by) => value ^= (by & 1) != 0;
}
