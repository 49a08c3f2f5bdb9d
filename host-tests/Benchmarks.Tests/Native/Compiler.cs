using IqosDevice.Benchmarks.Native;

namespace IqosDevice.Benchmarks.Tests.Native;

/// <summary>
/// The C compiler. A test that needs it is skipped where there is none, and fails there where IQOS_REQUIRED_TOOLS names it.
/// </summary>
internal static class Compiler
{
    public static void Require()
    {
        string required = Environment.GetEnvironmentVariable("IQOS_REQUIRED_TOOLS") ?? string.Empty;
        if (!CCompiler.IsThere && required.Split(' ').Contains(CCompiler.Program))
        {
            Assert.Fail($"{CCompiler.Program} is required here and not installed.");
        }

        Assert.SkipUnless(CCompiler.IsThere, $"There is no C compiler ({CCompiler.Program}) on this machine.");
    }
}
