namespace IqosDevice.Repository.Tests.Tidy;

public sealed class TidyTests
{
    private static readonly string[] SourceFolders = ["firmware", "emulator", "host-tests", "benchmarks"];

    private static readonly string[] TextExtensions =
        [".cs", ".csproj", ".nfproj", ".props", ".targets", ".sln", ".md", ".json", ".txt", ".config", ".svg", ".yml", ""];

    private static readonly IReadOnlyList<SourceFile> Sources =
        [.. SourceFolders.SelectMany(folder => Repo.Files(folder, ".cs")).Select(SourceFile.Read)];

    [Fact]
    public void Every_source_has_the_agreed_shape() => Sources.SelectMany(source => source.Check()).ShouldHaveNone();

    [Fact]
    public void At_most_one_source_in_ten_exceeds_the_target_length() =>
        (Sources.Count(source => source.LineCount > SourceFile.TargetLines) * 10).ShouldBeLessThanOrEqualTo(Sources.Count);

    [Fact]
    public void Every_text_is_clean() =>
        Repo.Files("", TextExtensions).SelectMany(path => TextFile.Check(path, Repo.Read(path))).ShouldHaveNone();

    [Fact]
    public void Every_link_leads_somewhere() =>
        Repo.Files("", ".md").SelectMany(path => MarkdownLinks.Check(path, Repo.Read(path), ReadOrNull)).ShouldHaveNone();

    [Fact]
    public void The_root_folder_holds_what_it_should() =>
        TopLevel.Check([.. Directory.EnumerateFileSystemEntries(Repo.Root).Select(path => Path.GetFileName(path))])
            .ShouldHaveNone();

    /// <summary>Text of a file, "" for a folder, null for neither.</summary>
    private static string? ReadOrNull(string path) =>
        Directory.Exists(Repo.PathOf(path)) ? "" : File.Exists(Repo.PathOf(path)) ? Repo.Read(path) : null;
}
