namespace IqosDevice.Repository.Tests.Members;

public sealed class ApiListingTests
{
    private static readonly ApiListing Listing = new(
        [
            "# System.Sample public+protected API",
            "System.Base (abstract class)",
            "virtual System.Base.Close() -> void",
            "System.Sample (sealed class : System.Base, System.IDisposable)",
            "System.Sample.Sample(string paramName = null) -> void",
            "System.Sample.Timeout.get -> System.TimeSpan",
            "System.Sample.Timeout.set -> void (value: System.TimeSpan)",
            "static System.Sample.TryParse(string s, out byte result) -> bool [Obsolete]",
            "static System.Sample.Format(string format, params object[] args) -> string",
            "System.Sample.this[int index].set -> void (value: byte)",
            "static event System.Sample.Changed -> System.Handler",
            "static readonly System.Sample.Empty -> System.Sample",
            "System.Handler (delegate): (object sender, int e) -> void",
            "System.Mode (enum : int)",
            "const System.Mode.Output = 3 -> System.Mode",
        ]);

    [Theory]
    [InlineData("System.Sample")]
    [InlineData("System.Handler")]
    [InlineData("System.Mode")]
    [InlineData("System.Sample.Sample(string) -> void")]
    [InlineData("System.Sample.Timeout.get -> System.TimeSpan")]
    [InlineData("System.Sample.Timeout.set(System.TimeSpan) -> void")]
    [InlineData("System.Sample.TryParse(string,ref byte) -> bool")]
    [InlineData("System.Sample.Format(string,object[]) -> string")]
    [InlineData("System.Sample.this[int].set(byte) -> void")]
    [InlineData("System.Sample.Changed.add(System.Handler) -> void")]
    [InlineData("System.Sample.Changed.remove(System.Handler) -> void")]
    [InlineData("System.Sample.Empty -> System.Sample")]
    [InlineData("System.Sample.Close() -> void")]
    public void Each_form_of_line_is_understood(string name) => Listing.Has(name).ShouldBeTrue();

    [Theory]
    [InlineData("System.Sample.Sample() -> void")]
    [InlineData("System.Sample.TryParse(string,byte) -> bool")]
    [InlineData("System.Sample.Format(string,object[]) -> int")]
    [InlineData("System.Base.Timeout.get -> System.TimeSpan")]
    [InlineData("System.Sam")]
    [InlineData("System.Other.Close() -> void")]
    public void What_is_not_listed_does_not_exist(string name) => Listing.Has(name).ShouldBeFalse();

    [Fact]
    public void Constants_have_their_values()
    {
        Listing.ConstantOrNull("System.Mode.Output").ShouldBe("3");
        Listing.ConstantOrNull("System.Mode.Input").ShouldBeNull();
    }
}
