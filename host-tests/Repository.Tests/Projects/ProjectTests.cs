namespace IqosDevice.Repository.Tests.Projects;

public sealed class ProjectTests
{
    private const string Core = "firmware/Core/Core.nfproj";

    private const string Solution = """
        Project("{11A8DD76-328B-46DF-9F39-F559912D0360}") = "Core", "firmware\Core\Core.nfproj", "{A}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Cli", "emulator\Cli\Cli.csproj", "{B}"
        EndProject
            {A}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
            {A}.Release|Any CPU.ActiveCfg = Release|Any CPU
            {B}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
            {B}.Debug|Any CPU.Build.0 = Debug|Any CPU
            {B}.Release|Any CPU.ActiveCfg = Release|Any CPU
            {B}.Release|Any CPU.Build.0 = Release|Any CPU
        """;

    public static TheoryData<string> NanoProjects => [.. Repo.Files("firmware", ".nfproj")];

    [Theory]
    [MemberData(nameof(NanoProjects))]
    public void The_files_of_a_device_project_are_those_on_disk(string project)
    {
        var folder = project[..(project.LastIndexOf('/') + 1)];
        var onDisk = Repo.Files(folder, ".cs").Select(file => file[folder.Length..]).ToList();
        if (string.Equals(Environment.GetEnvironmentVariable(NanoProject.UpdateSwitch), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(Repo.PathOf(project), NanoProject.WithFiles(Repo.Read(project), onDisk));
        }

        new NanoProject(project, Repo.Read(project)).CheckFiles(onDisk).ShouldHaveNone();
    }

    [Theory]
    [MemberData(nameof(NanoProjects))]
    public void The_packages_of_a_device_project_have_the_versions_of_the_shared_properties(string project)
    {
        var path = Path.GetDirectoryName(project) + "/packages.config";
        var packages = new PackagesConfig(Repo.Read(path));
        new NanoPackageVersions(Repo.Read(NanoPackageVersions.FileName)).Check(path, packages)
            .Concat(new NanoProject(project, Repo.Read(project)).CheckHints(packages)).ShouldHaveNone();
    }

    [Fact]
    public void The_solution_lists_every_project_and_builds_those_of_dotnet() =>
        new Projects.Solution(Repo.Read(Projects.Solution.FileName)).Check(Repo.Files("", ".csproj", ".nfproj")).ShouldHaveNone();

    [Fact]
    public void A_file_that_a_device_project_forgets_or_invents_is_found()
    {
        var project = new NanoProject(Core, """
            <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup>
              <Compile Include="Safety\Supervisor.cs" /><Compile Include="Gone.cs" /><Compile Include="Gone.cs" />
            </ItemGroup></Project>
            """);

        project.CheckFiles(["Safety/Supervisor.cs", "New.cs"]).ShouldBe(
            [
                new(Core, "lists Gone.cs, which does not exist"),
                new(Core, "does not list New.cs"),
                new(Core, "lists Gone.cs twice"),
            ]);
    }

    [Fact]
    public void Rewriting_a_list_of_files_leaves_the_rest_of_the_project_alone() =>
        NanoProject.WithFiles(
                "<A>\n    <Compile Include=\"B.cs\" />\n    <Compile Include=\"Gone.cs\" />\n</A>\n",
                ["C.cs", "A/B.cs"])
            .ShouldBe("<A>\n    <Compile Include=\"A\\B.cs\" />\n    <Compile Include=\"C.cs\" />\n</A>\n");

    [Fact]
    public void A_package_of_another_version_is_found()
    {
        var versions = new NanoPackageVersions(
            "<Project><NfVersion_System_Device_Gpio>1.1.62</NfVersion_System_Device_Gpio></Project>");
        var packages = new PackagesConfig(
            """
            <packages>
              <package id="nanoFramework.System.Device.Gpio" version="1.1.61" />
              <package id="nanoFramework.Json" version="2.0.0" />
            </packages>
            """);

        versions.Check("packages.config", packages).ShouldBe(
            [
                new("packages.config", "nanoFramework.System.Device.Gpio 1.1.61, but nfproj.props has 1.1.62"),
                new("packages.config", "nanoFramework.Json 2.0.0, but nfproj.props has none"),
            ]);
    }

    [Fact]
    public void A_hint_path_to_another_version_is_found()
    {
        var packages = new PackagesConfig(
            """<packages><package id="nanoFramework.System.Device.Gpio" version="1.1.62" /></packages>""");
        var project = new NanoProject(Core, """
            <Project><ItemGroup>
              <Reference><HintPath>..\packages\nanoFramework.System.Device.Gpio.1.1.62\lib\A.dll</HintPath></Reference>
              <Reference><HintPath>packages\nanoFramework.System.Device.Gpio.$(NfVersion_System_Device_Gpio)\lib\A.dll</HintPath>
              </Reference>
              <Reference><HintPath>packages\nanoFramework.System.Device.Gpio.1.1.61\lib\A.dll</HintPath></Reference>
              <Reference><HintPath>packages\nanoFramework.Json.2.0.0\lib\A.dll</HintPath></Reference>
              <Reference><HintPath>..\lib\A.dll</HintPath></Reference>
            </ItemGroup></Project>
            """);

        project.CheckHints(packages).ShouldBe(
            [
                new(Core, "refers to nanoFramework.System.Device.Gpio 1.1.61, packages.config has 1.1.62"),
                new(Core, "refers to nanoFramework.Json, which packages.config does not have"),
                new(Core, @"hint path ..\lib\A.dll is not of the form packages\Id.Version\lib\…"),
            ]);
    }

    [Fact]
    public void A_whole_solution_passes() =>
        new Projects.Solution(Solution).Check([Core, "emulator/Cli/Cli.csproj"]).ShouldHaveNone();

    [Theory]
    [InlineData("{A}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n", "", Core, "has no ActiveCfg line for Debug|Any CPU")]
    [InlineData(
        "{A}.Debug|Any CPU.ActiveCfg",
        "{A}.Debug|Any CPU.Build.0 = Debug|Any CPU\n{A}.Debug|Any CPU.ActiveCfg",
        Core,
        "has a Build.0 line for Debug|Any CPU")]
    [InlineData(
        "{B}.Release|Any CPU.Build.0 = Release|Any CPU",
        "",
        "emulator/Cli/Cli.csproj",
        "is not built in Release|Any CPU")]
    [InlineData(@"emulator\Cli\Cli.csproj", @"emulator\Cli\Old.csproj", "emulator/Cli/Cli.csproj", "is not listed")]
    [InlineData(
        @"emulator\Cli\Cli.csproj",
        @"emulator\Cli\Old.csproj",
        "emulator/Cli/Old.csproj",
        "is listed, but does not exist")]
    public void A_solution_that_lost_its_way_is_found(string old, string replacement, string where, string what) =>
        new Projects.Solution(Solution.ReplaceLineEndings("\n").Replace(old, replacement, StringComparison.Ordinal))
            .Check([Core, "emulator/Cli/Cli.csproj"]).ShouldContain(new Violation(where, what));
}
