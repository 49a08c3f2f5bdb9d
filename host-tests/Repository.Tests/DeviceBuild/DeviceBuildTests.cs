using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.DeviceBuild;

public sealed class DeviceBuildTests
{
    private const string Core = "firmware/Core/IqosDevice.Core.nfproj";
    private const string Esp32 = "firmware/Esp32/IqosDevice.Esp32.nfproj";
    private const string Tests = "firmware/Tests/IqosDevice.Tests.nfproj";

    private static DeviceAssemblies? device;

    /// <summary>Made once: the tests of a class run one after another.</summary>
    private static DeviceAssemblies Device => device ??= DeviceAssemblies.CreateOrSkip();

    [Theory]
    [InlineData(Core)]
    [InlineData(Esp32)]
    [InlineData(Tests)]
    public void Every_project_builds_against_the_assemblies_of_the_device(string project) =>
        Check(new DeviceProject(project).Compile(Device)).ShouldHaveNone();

    [Theory]
    [InlineData("string M(string[] names) { return string.Join(\",\", names); }", "'Join'")]
    [InlineData("void M(int[] table) { System.Array.Sort(table); }", "'Sort'")]
    [InlineData("bool M(object gate) { return System.Threading.Monitor.TryEnter(gate); }", "'TryEnter'")]
    [InlineData("void M() { System.Console.WriteLine(1); }", "convert from 'int' to 'string'")]
    [InlineData("int? M() { return null; }", "System.Nullable")]
    [InlineData("volatile int flag; int M() { flag = 1; return flag; }", "IsVolatile")]
    [InlineData("System.Collections.IEnumerable M() { yield return 1; }", "System.Collections.Generic")]
    [InlineData("object M() { return new { Name = 1 }; }", "EqualityComparer")]
    [InlineData("void M() { new System.Device.Gpio.GpioController(); }", "'Device'")]
    [InlineData("int unused;", "never used")]
    public void What_the_device_or_its_project_lacks_does_not_build(string members, string complaint) =>
        Check(Snippet(members)).ShouldContain(violation => violation.What.Contains(complaint, StringComparison.Ordinal));

    [Fact]
    public void The_compiler_takes_the_helpers_that_the_device_has()
    {
        var image = new MemoryStream();
        Snippet(
            """
            private static readonly int[] table = { 1, 2, 3, 4, 5 };
            public event System.EventHandler Changed;
            public string M(int value)
            {
                lock (table)
                {
                    int sum = 0;
                    foreach (int item in table) { sum += item; }
                    if (Changed != null) { Changed(this, null); }
                    return $"{sum:X4} of {value}";
                }
            }
            """).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
        image.Position = 0;
        using var module = ModuleDefinition.ReadModule(image);
        var used = module.GetMemberReferences().Select(member => member.FullName).ToList();
        used.ShouldContain("System.Void System.Threading.Monitor::Enter(System.Object)");
        used.ShouldContain("System.String System.String::Format(System.String,System.Object[])");
        used.ShouldContain(name => name.Contains("RuntimeHelpers::InitializeArray", StringComparison.Ordinal));
        used.ShouldNotContain(name => name.Contains("CompareExchange<", StringComparison.Ordinal));
    }

    private static CSharpCompilation Snippet(string members) => new DeviceProject(Core).Compile(
        Device, $"public sealed class Sample {{ {members} }}");

    private static IEnumerable<Violation> Check(CSharpCompilation compilation) =>
        from diagnostic in compilation.Emit(Stream.Null).Diagnostics
        where diagnostic.Severity == DiagnosticSeverity.Error
        select new Violation(
            diagnostic.Location.GetLineSpan().ToString(),
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
