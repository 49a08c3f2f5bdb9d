using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Members;

public sealed class StandInSurfaceTests
{
    [Fact]
    public void The_stand_ins_show_nothing_that_the_device_does_not_have()
    {
        var device = DeviceApi.ReadOrSkip();
        StandInSurface.Check(CompiledCode.StandIns, device).Concat(StandInSurface.Check(CompiledCode.Firmware, device))
            .ShouldHaveNone();
    }

    [Fact]
    public void What_the_device_has_differently_is_found()
    {
        var device = new ApiListing(
            [
                "nanoFramework.Mode (enum : int)",
                "const nanoFramework.Mode.Off = 0 -> nanoFramework.Mode",
                "const nanoFramework.Mode.On = 1 -> nanoFramework.Mode",
                "nanoFramework.Part (class)",
                "nanoFramework.Part.Level.get -> int",
                "nanoFramework.Part.Part() -> void",
            ]);
        var snippet = Snippet.EmulatorFile(
            """
            namespace nanoFramework;
            public enum Mode { Off, On = 2, Auto }
            public class Part { public int Level { get; set; } internal void Feed() { } public override string ToString() => ""; }
            public class Whole { }
            internal class Helper { public void Feed() { } }
            """);

        StandInSurface.Check(snippet, device).ShouldBe(
            [
                new("nanoFramework.Mode.On", "is 2 here, 1 on the device"),
                new("nanoFramework.Mode.Auto", "is 3 here, absent on the device"),
                new("nanoFramework.Part.Level.set(int) -> void", "not on the device"),
                new("nanoFramework.Whole", "no such type on the device"),
            ],
            ignoreOrder: true);
    }
}
