using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Arrows;

public sealed class ArrowTests
{
    [Fact]
    public void No_type_knows_a_layer_that_it_must_not_know() =>
        CompiledCode.All.Append(FirmwareSources.Module).SelectMany(ArrowChecker.Check).ShouldHaveNone();

    [Fact]
    public void No_project_refers_to_one_that_it_must_not_know() =>
        Repo.Files("firmware", ".nfproj").Concat(Repo.Files("emulator", ".csproj")).Concat(Repo.Files("docs", ".csproj"))
            .SelectMany(project => ProjectReferences.Check(project, Repo.Read(project))).ShouldHaveNone();

    [Fact]
    public void Nothing_but_tests_and_benchmarks_refers_to_tests() =>
        Repo.Files("", ".csproj", ".nfproj", ".props")
            .Where(path => !path.StartsWith("host-tests/", StringComparison.Ordinal)
                && !path.StartsWith("benchmarks/", StringComparison.Ordinal))
            .Where(path => Repo.Read(path).Contains("host-tests", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Each_layer_names_only_layers_that_exist()
    {
        var names = ArrowTable.Layers.Select(layer => layer.Name).ToList();
        ArrowTable.Layers.SelectMany(layer => layer.MayKnow).Except(names, StringComparer.Ordinal).ShouldBeEmpty();
        names.ShouldBeUnique();
    }

    [Theory]
    [InlineData(
        "IqosDevice.Firmware.Core.Control",
        "public System.Device.Gpio.GpioPin Pin;",
        "Core must not know System.Device.Gpio")]
    [InlineData("IqosDevice.Firmware.Core", "public bool M() => System.IO.File.Exists(\"a\");", "Core must not know System.IO")]
    [InlineData(
        "IqosDevice.Emulator.Plant",
        "public IqosDevice.NanoFramework.Host.HostBoard[] Boards;",
        "Plant must not know IqosDevice.NanoFramework.Host")]
    [InlineData(
        "IqosDevice.Emulator.Gatt",
        "public object M() => new IqosDevice.Emulator.Plant.Cell();",
        "Gatt must not know IqosDevice.Emulator.Plant")]
    [InlineData(
        "IqosDevice.Emulator.Simulation",
        "public IqosDevice.Emulator.Plant.Cell.Part Part { get; }",
        "Simulation must not know IqosDevice.Emulator.Plant")]
    [InlineData(
        "IqosDevice.Emulator.Board",
        "public System.Collections.Generic.List<IqosDevice.Emulator.Gatt.Table> Tables;",
        "Board must not know IqosDevice.Emulator.Gatt")]
    [InlineData(
        "IqosDevice.Emulator.Endpoints.Pipe",
        "public void M() { IqosDevice.Emulator.Plant.Cell.Drain(); }",
        "Endpoints must not know IqosDevice.Emulator.Plant")]
    [InlineData(
        "IqosDevice.NanoFramework.Host",
        "public System.Action M() => () => IqosDevice.Emulator.Plant.Cell.Drain();",
        "Device must not know IqosDevice.Emulator.Plant")]
    [InlineData(
        "IqosDevice.Firmware.Tests",
        "public System.Device.Gpio.GpioPin Pin;",
        "Tests must not know System.Device.Gpio")]
    [InlineData(
        "IqosDevice.Firmware.Esp32",
        "public void M() => nanoFramework.TestFramework.Assert.IsTrue(true);",
        "Esp32 must not know nanoFramework.TestFramework")]
    [InlineData("IqosDevice.Emulator.Somewhere", "public int A;", "belongs to no layer of the table")]
    public void An_arrow_that_points_the_wrong_way_is_found(string space, string members, string what) =>
        ArrowChecker.Check(Sample(space, members)).ShouldContain(new Violation($"{space}.Sample", what));

    [Theory]
    [InlineData(
        "IqosDevice.Emulator.Board",
        "public IqosDevice.Emulator.Plant.Cell Cell; public IqosDevice.NanoFramework.Host.HostBoard Host;")]
    [InlineData("IqosDevice.Emulator.Plant.Cells", "public IqosDevice.Emulator.Plant.Cell Cell;")]
    [InlineData("IqosDevice.Firmware.Tests.Storage", "public void M() => nanoFramework.TestFramework.Assert.IsTrue(true);")]
    [InlineData(
        "IqosDevice.Firmware.Esp32",
        "public System.Device.Gpio.GpioPin Pin; public bool M() => System.IO.File.Exists(\"a\");")]
    public void An_arrow_of_the_table_is_left_alone(string space, string members) =>
        ArrowChecker.Check(Sample(space, members))
            .Where(found => found.Where.EndsWith(".Sample", StringComparison.Ordinal)).ShouldHaveNone();

    [Fact]
    public void A_project_that_refers_the_wrong_way_is_found()
    {
        const string project = "emulator/NanoFramework/IqosDevice.NanoFramework.csproj";
        const string content =
            """<Project><ItemGroup><ProjectReference Include="..\Emulator\IqosDevice.Emulator.csproj" /></ItemGroup></Project>""";

        ProjectReferences.Check(project, content)
            .ShouldBe([new(project, "must not refer to emulator/Emulator/IqosDevice.Emulator.csproj")]);
        ProjectReferences.Check("emulator/New/New.csproj", content)
            .ShouldBe([new("emulator/New/New.csproj", "stands in no row of the table")]);
    }

    private static Mono.Cecil.ModuleDefinition Sample(string space, string members) => Snippet.EmulatorFile(
        $$"""
        namespace IqosDevice.Emulator.Plant { public class Cell { public class Part { } public static void Drain() { } } }
        namespace IqosDevice.Emulator.Gatt { public class Table { } }
        namespace {{space}} { public sealed class Sample { {{members}} } }
        """);
}
