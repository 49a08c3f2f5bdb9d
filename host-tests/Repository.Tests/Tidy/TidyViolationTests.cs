namespace IqosDevice.Repository.Tests.Tidy;

public sealed class TidyViolationTests
{
    [Theory]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    public void A_source_of_more_than_500_lines_is_found(int lines, int found) =>
        Check(string.Concat(Enumerable.Repeat("// A line.\n", lines))).Count.ShouldBe(found);

    [Theory]
    [InlineData("void M()", 67, 0)]
    [InlineData("void M()", 68, 1)]
    [InlineData("int P { get", 68, 1)]
    [InlineData("void M() => F(); static void F() { void L()", 68, 2)]
    public void A_method_of_more_than_70_lines_is_found(string head, int bodyLines, int found)
    {
        var closing = new string('}', head.Count(character => character == '{'));
        var body = string.Concat(Enumerable.Repeat("F();\n", bodyLines));

        // Three more lines: the head, the opening brace and the closing one.
        Check($"class A\n{{\n{head}\n{{\n{body}}}{closing}\n}}\n").Count.ShouldBe(found);
    }

    [Fact]
    public void A_second_public_type_is_found()
    {
        Check("public class A { public class B { } } public enum C { } public delegate void D(); internal class E { }\n")
            .ShouldBeEmpty();
        Check("namespace N;\npublic class A { }\npublic interface B { }\n")
            .ShouldBe([new("emulator/A.cs", "declares 2 public types: A, B")]);
    }

    [Fact]
    public void A_region_is_found() =>
        Check("#region Fields\nclass A { }\n#endregion\n").ShouldBe([new("emulator/A.cs(1)", "region")]);

    [Theory]
    [InlineData("TO" + "DO: later")]
    [InlineData("this is a HA" + "CK")]
    public void A_note_to_oneself_is_found(string comment) =>
        Check($"class A\n{{\n    // {comment}\n}}\n").ShouldBe([new("emulator/A.cs(3)", "note to oneself")]);

    [Theory]
    [InlineData("// total += Add(a, b);")]
    [InlineData("// Add(a, b);")]
    [InlineData("// if (a > b)")]
    [InlineData("// return a;")]
    [InlineData("/* int a = 0; */")]
    [InlineData("/*\n * Words first.\n * var a = Add(b);\n */")]
    public void Code_in_a_comment_is_found(string comment) =>
        Check($"class A\n{{\n    {comment}\n}}\n").ShouldBe([new("emulator/A.cs(3)", "code in a comment")]);

    [Theory]
    [InlineData("// The sum of both (a, b); negative where b wins.")]
    [InlineData("// if the cell is empty there is nothing to do")]
    [InlineData("// RR = V / I, at 25 °C")]
    [InlineData("/// <example><c>Add(a, b);</c></example>")]
    public void A_comment_in_words_is_left_alone(string comment) =>
        Check($"class A\n{{\n    {comment}\n    int a;\n}}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("firmware/Core/Safety/A.cs", "IqosDevice.Firmware.Core.Safety", 0)]
    [InlineData("firmware/Core/Safety/A.cs", "IqosDevice.Firmware.Core", 1)]
    [InlineData("firmware/Esp32/A.cs", "System.IO", 1)]
    [InlineData("emulator/Firmware/StandIns/A.cs", "System.IO", 0)]
    public void A_namespace_of_the_firmware_that_is_not_its_folder_is_found(string path, string space, int found) =>
        new SourceFile(path, $"namespace {space} {{ }}\n").Check().Count().ShouldBe(found);

    [Theory]
    [InlineData("a\r\nb\n", "carriage return; lines end with a line feed alone")]
    [InlineData("a", "no line feed at the end")]
    public void A_line_that_ends_otherwise_is_found(string text, string what) =>
        TextFile.Check("A.md", text).ShouldBe([new("A.md", what)]);

    [Fact]
    public void A_merge_left_half_done_is_found() =>
        TextFile.Check("A.md", "a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n")
            .ShouldBe([new("A.md(2)", "merge left half done"), new("A.md(6)", "merge left half done")]);

    [Theory]
    [InlineData("cd /ro" + "ot/project")]
    [InlineData("\"/ho" + "me/ann/project\"")]
    [InlineData(@"C:\Us" + @"ers\ann")]
    public void A_path_of_one_machine_is_found(string line) =>
        TextFile.Check("A.md", $"first\n{line}\n").ShouldBe([new("A.md(2)", "path of one machine")]);

    [Theory]
    [InlineData(@"C:\Users\me\holder.sock")]
    [InlineData("src/root/a")]
    [InlineData("~/work/a")]
    [InlineData("https://example.org/home/a")]
    public void Another_path_is_left_alone(string line) => TextFile.Check("A.md", line + "\n").ShouldBeEmpty();

    [Theory]
    [InlineData("[a](b.md)", 0)]
    [InlineData("[a](b.md#two-words-2)", 0)]
    [InlineData("[a](#here)\n\n# Here\n", 0)]
    [InlineData("[a](../README.md) ![b](https://example.org/x)", 0)]
    [InlineData("```\n[a](gone.md)\n```\n", 0)]
    [InlineData("[a](gone.md)", 1)]
    [InlineData("[a](b.md#gone)", 1)]
    [InlineData("[a](#gone)", 1)]
    [InlineData("[a](b.md) and [c](../b.md)", 1)]
    public void A_link_that_leads_nowhere_is_found(string text, int found) =>
        MarkdownLinks.Check("docs/a.md", text, path => path switch
        {
            "docs/b.md" => "# Two words, 2\n",
            "README.md" => "",
            _ => null,
        }).Count().ShouldBe(found);

    [Fact]
    public void A_stranger_in_the_root_folder_is_found()
    {
        string[] entries =
        [
            "IqosDevice.sln", "LICENSE", "README.md", "CHANGELOG.md", "benchmarks", "docs", "emulator", "firmware",
            "global.json", "nfproj.props", "src", ".git", "TestResults",
        ];
        TopLevel.Check(entries).ShouldBe([new("src", "does not belong into the root folder"), new("host-tests", "is missing")]);
    }

    private static List<Violation> Check(string text) => [.. new SourceFile("emulator/A.cs", text).Check()];
}
