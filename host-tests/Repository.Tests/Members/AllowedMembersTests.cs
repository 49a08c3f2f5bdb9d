using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Members;

public sealed class AllowedMembersTests
{
    private static readonly IReadOnlyList<Violation> InUse =
    [
        .. MembersInUse.Find(CompiledCode.Firmware), .. MembersInUse.Find(FirmwareSources.Program),
        .. FirmwareSources.Tests.SelectMany(MembersInUse.Find),
    ];

    private static readonly IReadOnlyList<string> Allowed = AllowedMembers.Read(InUse.Select(use => use.What));

    [Fact]
    public void The_firmware_uses_only_what_is_on_its_list() =>
        AllowedMembers.NotAllowed(InUse, Allowed).ShouldHaveNone();

    [Fact]
    public void The_list_names_nothing_that_is_no_longer_used() =>
        Allowed.Except(InUse.Select(use => use.What), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_list_is_sorted_and_names_everything_once() =>
        Allowed.ShouldBe(Allowed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Everything_on_the_list_exists_on_the_device()
    {
        var device = DeviceApi.ReadOrSkip();
        Allowed.Where(name => !device.Has(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_member_that_is_not_on_the_list_is_found_with_the_place_that_uses_it()
    {
        var snippet = Snippet.FirmwareMembers("public string Trimmed(string text) { return text.Trim(); }");

        string[] allowed = ["System.Object", "System.Object.Object() -> void", "System.String"];
        AllowedMembers.NotAllowed(MembersInUse.Find(snippet), allowed)
            .ShouldBe([new("IqosDevice.Firmware.Core.Sample.Trimmed", "System.String.Trim() -> string")]);
    }

    [Theory]
    [InlineData("public int M(int[] a) { return System.Array.IndexOf(a, 1); }", "System.Array.IndexOf")]
    [InlineData("public string M() { return string.Join(\",\", new string[0]); }", "System.String.Join")]
    [InlineData("public int M(int a) { return System.Math.Clamp(a, 0, 1); }", "System.Math.Clamp(int,int,int) -> int")]
    [InlineData("public System.IO.Pipes.PipeStream Pipe;", "System.IO.Pipes.PipeStream")]
    [InlineData("public void M() { try { } catch (System.DivideByZeroException) { } }", "System.DivideByZeroException")]
    [InlineData("[System.ThreadStatic] public static int Count;", "System.ThreadStaticAttribute")]
    public void What_the_device_does_not_have_is_not_in_its_listing(string members, string missing)
    {
        var device = DeviceApi.ReadOrSkip();
        MembersInUse.Find(Snippet.FirmwareMembers(members)).Select(use => use.What)
            .ShouldContain(name => name.StartsWith(missing, StringComparison.Ordinal) && !device.Has(name));
    }

    [Theory]
    [InlineData("public string M(int a, string b) { return $\"{a:X4} {b} {a}\"; }")]
    [InlineData("public string M(string a, string b, string c) { return a + b + c + a + b; }")]
    [InlineData("private readonly object gate = new object(); public void M() { lock (gate) { } }")]
    [InlineData("public event System.EventHandler Changed; public void M() { Changed(this, System.EventArgs.Empty); }")]
    [InlineData("private static readonly byte[] Table = { 1, 2, 3, 4, 5, 6, 7, 8, 9 }; public int M(int i) { return Table[i]; }")]
    [InlineData("public int M(object o) { return o switch { string s => s.Length, byte[] b => b.Length, _ => 0 }; }")]
    [InlineData("public long M(int a) { return System.Math.Clamp((long)a, 0L, 9L); }")]
    [InlineData("public string M(string s, int c) { return s + c; }")]
    [InlineData("public int M(string s) { switch (s) { case \"aaa\": return 1; case \"bb\": return 2; case \"bbb\": return 3;"
        + "case \"cc\": return 4; case \"ccc\": return 5; case \"dd\": return 6; case \"ddd\": return 8; default: return 7; } }")]
    [InlineData("public int M(int a) { return a switch { 1 => 2, 2 => 3 }; }")]
    [InlineData("public int M(byte[] a) { int s = 0; foreach (byte b in a) { s += b; } return s; }")]
    [InlineData("public int M(System.Collections.ArrayList a) { int s = 0; foreach (object b in a) { s++; } return s; }")]
    [InlineData("public char M(string s) { return s[0]; }")]
    public void What_the_device_has_is_in_its_listing_as_the_host_compiler_uses_it(string members)
    {
        var device = DeviceApi.ReadOrSkip();
        MembersInUse.Find(Snippet.FirmwareMembers(members)).Where(use => !device.Has(use.What)).ShouldHaveNone();
    }
}
