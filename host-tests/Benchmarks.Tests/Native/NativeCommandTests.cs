using IqosDevice.Benchmarks.Native;

namespace IqosDevice.Benchmarks.Tests.Native;

public sealed class NativeCommandTests
{
    [Theory]
    [InlineData("--ticks", "0")]
    [InlineData("--ticks", "many")]
    [InlineData("--format", "xml")]
    [InlineData("--nonsense", "1")]
    public void Wrong_options_are_refused(params string[] args) => NativeCommand.Run(args).ShouldBe(64);
}
