using System.Reflection;
using IqosDevice.Benchmarks.Native;
using IqosDevice.Benchmarks.Native.State;
using IqosDevice.Benchmarks.Native.Translation;
using Mono.Cecil;

namespace IqosDevice.Benchmarks.Tests.Native;

/// <summary>IL in C: each construct gives what .NET itself gives, and what has no translation is refused by name.</summary>
public sealed class TranslationTests(TranslatedSamples samples) : IClassFixture<TranslatedSamples>
{
    private static readonly Dictionary<Type, object[]> Edges = new()
    {
        [typeof(int)] = [0, 1, -1, 2, 3, 5, 7, -7, 31, 32, 33, 127, 128, 255, 256, -129, 32768, 65535, 65536, 1_000_000, int.MinValue, int.MinValue + 1, int.MaxValue],
        [typeof(uint)] = [0u, 1u, 2u, 7u, 31u, 255u, 65536u, 0x7FFF_FFFFu, 0x8000_0000u, uint.MaxValue],
        [typeof(long)] = [0L, 1L, -1L, 7L, -7L, 63L, 64L, 255L, 65536L, 1L << 31, 1L << 32, -1L << 33, 16_777_217L, 1L << 53, long.MinValue, long.MaxValue],
        [typeof(ulong)] = [0ul, 1ul, 7ul, 1ul << 32, 1ul << 63, ulong.MaxValue],
        [typeof(float)] = Singles().Cast<object>().ToArray(),
        [typeof(double)] = Singles().Select(static value => (object)(double)value).Concat([0.1, 2147483647.5, -2147483648.5, 4294967295.5, 9.3e18, 1e300]).ToArray(),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Methods() =>
        TranslatedSamples.Methods.Select(static method => new TheoryDataRow<string, string>(method.DeclaringType!.Name, method.Name));

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_translated_method_gives_what_the_original_gives(string type, string name)
    {
        Compiler.Require();
        MethodInfo method = TranslatedSamples.Methods.Single(item => item.DeclaringType!.Name == type && item.Name == name);
        int compared = 0;
        foreach (object[] arguments in Mixes([.. method.GetParameters().Select(static parameter => Edges[parameter.ParameterType])]))
        {
            // Where .NET throws, C ends the process.
            if (TryCall(method, arguments, out object? expected))
            {
                compared++;
                IsSame(expected!, samples.Call(method, arguments)).ShouldBeTrue($"{name}({string.Join(", ", arguments)}) is {expected}");
            }
        }

        compared.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("Makes", "newobj")]
    [InlineData("MakesAnArray", "newarr")]
    [InlineData("Says", "ldstr")]
    [InlineData("CallsTheRuntime", "System.Math::Abs")]
    [InlineData("ReadsWhatChanges", "a static field that can change")]
    [InlineData("Catches", "try block")]
    [InlineData("CallsOneOfTwo", "Corners")]
    public void What_has_no_translation_is_refused_by_name(string name, string what)
    {
        using ModuleDefinition module = TickProgram.Read(typeof(TranslationTests).Assembly);
        MethodDefinition method = module.GetType(typeof(Samples.Untranslatable).FullName).Methods.Single(item => item.Name == name);

        string message = Should.Throw<UntranslatableException>(() => new CodeTranslation(module, static _ => false).Add(method)).Message;

        message.ShouldContain(name);
        message.ShouldContain(what);
    }

    private static float[] Singles() =>
    [
        0f, -0f, 0.5f, -0.5f, 1f, -1f, 2.7f, -2.7f, 127.5f, 128f, -129f, 255.9f, 256f, 32767.5f, 32768f, -32769f, 65535.5f, 65536f,
        16_777_216f, 2_147_483_520f, 2_147_483_648f, -2_147_483_648f, -2_147_483_904f, 4_294_967_040f, 4_294_967_296f, 9.2e18f, 9.3e18f, -9.3e18f,
        1.8e19f, 1.9e19f, 1e30f, float.Epsilon, float.MaxValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity,
    ];

    private static bool TryCall(MethodInfo method, object[] arguments, out object? result)
    {
        try
        {
            result = method.Invoke(null, arguments);
            return true;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is ArithmeticException)
        {
            result = null;
            return false;
        }
    }

    /// <summary>The same to the bit; which NaN it is, processors do not promise.</summary>
    private static bool IsSame(object expected, long bits) => expected switch
    {
        float.NaN => float.IsNaN(Bits.To<float>(bits)),
        double.NaN => double.IsNaN(Bits.To<double>(bits)),
        _ => TranslatedSamples.BitsOf(expected) == bits,
    };

    private static IEnumerable<object[]> Mixes(object[][] choices) => choices.Aggregate(
        (IEnumerable<object[]>)[[]], static (mixes, next) => mixes.SelectMany(_ => next, static (mix, value) => (object[])[.. mix, value]));
}
