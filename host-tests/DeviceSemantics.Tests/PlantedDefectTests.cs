using IqosDevice.DeviceSemantics.Tests.Rewriting;

namespace IqosDevice.DeviceSemantics.Tests;

/// <summary>Defects that only the device has, planted, and found by the comparison that the firmware is put through.</summary>
public sealed class PlantedDefectTests
{
    private const string Loop =
        """
        public static int[] Run()
        {
            float[] samples = { 20f, 300f, 0f, float.NaN, 350f };
            int[] trace = new int[samples.Length];
            for (int i = 0; i < samples.Length; i++) { trace[i] = Step(samples[i]); }
            return trace;
        }
        """;

    [Fact]
    public void A_limit_that_NaN_passes_is_found() =>
        Difference("private static int Step(float x) { const float limit = 345f; if (x > limit) { return 1; } return 0; }")
            .ShouldBe("step 3, act: 0 on the host, 1 on the device");

    [Fact]
    public void A_division_by_zero_is_found() =>
        Difference("private static int Step(float x) { float share = 100f / x; return share > 1f && share < 2f ? 1 : 0; }")
            .ShouldNotBeNull().ShouldStartWith("throws on the device: System.Exception: CLR_E_DIVIDE_BY_ZERO");

    [Fact]
    public void A_cast_that_relies_on_saturation_is_found() =>
        Difference("private static int Step(float x) { return float.IsNaN(x) ? 0 : (int)(x * 1e8f); }")
            .ShouldNotBeNull().ShouldStartWith("step 1, act: 2147483647 on the host");

    [Fact]
    public void A_clamp_of_NaN_is_found() =>
        Difference("private static int Step(float x) { float y = System.Math.Clamp(x, 0f, 12f); return y == 12f ? 1 : 0; }")
            .ShouldBe("step 3, act: 0 on the host, 1 on the device");

    [Fact]
    public void Guarded_code_shows_no_difference() =>
        Difference("private static int Step(float x) { return !float.IsNaN(x) && x > 0f && 345f / x > 1f ? 1 : 0; }").ShouldBeNull();

    private static string? Difference(string step)
    {
        var source = new CompiledSource(Loop + step);
        return Lockstep.FirstDifference(source.Host<Func<int[]>>("Run"), source.Device<Func<int[]>>("Run"), "act");
    }
}
