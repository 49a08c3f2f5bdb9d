using IqosDevice.Repository.Tests.Compiled;
using Microsoft.CodeAnalysis.CSharp;

namespace IqosDevice.Repository.Tests.Members;

public sealed class ConstantsInUseTests
{
    [Fact]
    public void Every_constant_that_the_firmware_names_is_the_same_on_the_device() =>
        ConstantsInUse.Check(FirmwareSources.Compilation, DeviceApi.ReadOrSkip()).ShouldHaveNone();

    [Fact]
    public void A_constant_that_differs_is_found()
    {
        var device = new ApiListing(
            [
                "const System.IO.FileMode.Open = 3 -> System.IO.FileMode",
                "const System.IO.FileMode.Create = 7 -> System.IO.FileMode",
                "const System.Single.MaxValue = 3.4028235E+38 -> float",
            ]);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(
                """
                using System.IO;
                class Sample
                {
                    const FileMode First = FileMode.Open;
                    FileMode M(int a) => a == 1 ? FileMode.Create : a == 2 ? System.IO.FileMode.Append : First;
                    float Limit => float.MaxValue;
                }
                """,
                path: "Sample.cs",
                cancellationToken: TestContext.Current.CancellationToken)],
            Snippet.References);

        ConstantsInUse.Check(compilation, device).ShouldBe(
            [
                new("Sample.cs", "System.IO.FileMode.Create is 2 here, 7 on the device"),
                new("Sample.cs", "System.IO.FileMode.Append is 6 here, absent on the device"),
            ]);
    }
}
