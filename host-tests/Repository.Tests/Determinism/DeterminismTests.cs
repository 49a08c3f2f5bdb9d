using System.Xml.Linq;
using IqosDevice.Repository.Tests.Compiled;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IqosDevice.Repository.Tests.Determinism;

public sealed class DeterminismTests
{
    private static readonly BannedSymbols Banned = BannedSymbols.Read();

    [Fact]
    public void Nothing_inside_takes_time_threads_or_chance_from_the_machine() =>
        CompiledCode.All.SelectMany(Banned.Check).ShouldHaveNone();

    [Fact]
    public void Every_symbol_on_the_list_exists()
    {
        var compilation = CSharpCompilation.Create("Empty", references: Snippet.References);
        Banned.Ids.Where(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("emulator/NanoFramework/IqosDevice.NanoFramework.csproj")]
    [InlineData("emulator/Firmware/IqosDevice.Firmware.csproj")]
    [InlineData("emulator/Emulator/IqosDevice.Emulator.csproj")]
    public void The_analyzer_gets_the_list_in_each_project_of_the_inside(string project) =>
        XDocument.Parse(Repo.Read(project)).Descendants("AdditionalFiles").Select(item => item.Attribute("Include")?.Value)
            .ShouldContain(@"..\BannedSymbols.txt");

    [Fact]
    public void Only_the_outer_folders_of_the_library_lift_the_ban()
    {
        var lifting = Directory.EnumerateFiles(Repo.Root, ".editorconfig", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("RS0030", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repo.Root, path).Replace('\\', '/'));
        string[] outside = ["emulator/Emulator/Endpoints/.editorconfig", "emulator/Emulator/Hosting/.editorconfig"];
        lifting.Except(outside, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P:System.DateTime.UtcNow", "public object M() => System.DateTime.UtcNow;")]
    [InlineData("P:System.Environment.TickCount64", "public long M() => System.Environment.TickCount64;")]
    [InlineData("T:System.Diagnostics.Stopwatch", "public object M() => System.Diagnostics.Stopwatch.StartNew();")]
    [InlineData("T:System.Random", "public int M() => System.Random.Shared.Next();")]
    [InlineData("M:System.Guid.NewGuid", "public object M() => System.Guid.NewGuid();")]
    [InlineData("T:System.HashCode", "public int M() => System.HashCode.Combine(1, 2);")]
    [InlineData("N:System.Threading.Tasks", "public async void M() { await System.Threading.Tasks.Task.Delay(1); }")]
    [InlineData("N:System.Threading.Tasks", "public void M(System.Action a) => System.Threading.Tasks.Task.Run(a);")]
    [InlineData("T:System.Threading.Thread", "public void M() => System.Threading.Thread.Sleep(1);")]
    [InlineData("T:System.Threading.Timer", "public System.Threading.Timer[] Timers;")]
    [InlineData("M:System.Math.Exp(System.Double)", "public double M(double a) => System.Math.Exp(a);")]
    [InlineData(
        "M:System.Math.Pow(System.Double,System.Double)",
        "public System.Func<double, double> M() => a => System.Math.Pow(a, 2);")]
    public void A_banned_symbol_is_found_inside_and_only_there(string id, string members)
    {
        Banned.Check(Sample("IqosDevice.Emulator.Plant", members))
            .ShouldContain(new Violation("IqosDevice.Emulator.Plant.Sample", id));
        Banned.Check(Sample("IqosDevice.Emulator.Endpoints", members)).ShouldBeEmpty();
    }

    [Fact]
    public void Exact_arithmetic_is_left_alone() =>
        Banned.Check(Sample("IqosDevice.Emulator.Plant", "public double M(double a) => System.Math.Sqrt(System.Math.Abs(a));"))
            .ShouldBeEmpty();

    private static Mono.Cecil.ModuleDefinition Sample(string space, string members) =>
        Snippet.EmulatorFile($"namespace {space}; public sealed class Sample {{ {members} }}");
}
