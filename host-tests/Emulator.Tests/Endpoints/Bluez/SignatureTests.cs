using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("aya{sv}")]
    [InlineData("a{oa{sa{sv}}}")]
    [InlineData("(ii)(s(v))aai")]
    [InlineData("ybnqiuxtdhsogv")]
    public void A_signature_is_complete_types_one_after_another(string signature) => Signature.IsValid(signature).ShouldBeTrue();

    [Theory]
    [InlineData("a")]
    [InlineData("()")]
    [InlineData("(i")]
    [InlineData("i)")]
    [InlineData("{sv}")]
    [InlineData("a{vs}")]
    [InlineData("a{s}")]
    [InlineData("a{sss}")]
    [InlineData("z")]
    [InlineData("s s")]
    [InlineData("a{(s)s}")]
    public void Anything_else_is_none(string signature) => Signature.IsValid(signature).ShouldBeFalse();

    [Fact]
    public void Depth_and_length_have_limits()
    {
        Signature.IsValid(new string('a', 32) + "y").ShouldBeTrue();
        Signature.IsValid(new string('a', 33) + "y").ShouldBeFalse();
        Signature.IsValid(new string('(', 32) + "y" + new string(')', 32)).ShouldBeTrue();
        Signature.IsValid(new string('(', 33) + "y" + new string(')', 33)).ShouldBeFalse();
        Signature.IsValid(new string('y', 255)).ShouldBeTrue();
        Signature.IsValid(new string('y', 256)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("s", true)]
    [InlineData("a{sv}", true)]
    [InlineData("", false)]
    [InlineData("ss", false)]
    public void A_variant_holds_exactly_one(string signature, bool expected) => Signature.IsSingle(signature).ShouldBe(expected);

    [Theory]
    [InlineData("/", true)]
    [InlineData("/org/bluez/hci0", true)]
    [InlineData("", false)]
    [InlineData("org", false)]
    [InlineData("/org/", false)]
    [InlineData("//org", false)]
    [InlineData("/or-g", false)]
    public void A_path_is_made_of_words(string path, bool expected) => Names.IsObjectPath(path).ShouldBe(expected);

    [Theory]
    [InlineData("org.bluez", true, true)]
    [InlineData("org.bluez-x", false, true)]
    [InlineData(":1.42", false, true)]
    [InlineData("org", false, false)]
    [InlineData("org..bluez", false, false)]
    [InlineData("org.1bluez", false, false)]
    [InlineData(".org", false, false)]
    public void Names_of_interfaces_and_of_buses_differ_a_little(string name, bool isInterface, bool isBus)
    {
        Names.IsInterface(name).ShouldBe(isInterface);
        Names.IsBus(name).ShouldBe(isBus);
    }
}
