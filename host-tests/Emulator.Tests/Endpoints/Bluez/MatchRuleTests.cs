using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class MatchRuleTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("type='signal'", true)]
    [InlineData("type='method_call'", false)]
    [InlineData("sender=':1.0'", true)]
    [InlineData("sender='org.bluez'", true)]
    [InlineData("sender='org.other'", false)]
    [InlineData("interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'", true)]
    [InlineData("member='PropertiesChange'", false)]
    [InlineData("path='/org/bluez/hci0'", true)]
    [InlineData("path='/org/bluez'", false)]
    [InlineData("path_namespace='/org/bluez'", true)]
    [InlineData("path_namespace='/org/bluez/hci0'", true)]
    [InlineData("path_namespace='/org/blue'", false)]
    [InlineData("path_namespace='/'", true)]
    [InlineData("destination=':1.7'", false)]
    [InlineData("arg0='org.bluez.Device1'", true)]
    [InlineData("arg0='org.bluez.Adapter1'", false)]
    [InlineData("arg0namespace='org.bluez'", true)]
    [InlineData("arg0namespace='org.blue'", false)]
    [InlineData("arg1path='/a/'", true)]
    [InlineData("arg1path='/a/b'", true)]
    [InlineData("arg1path='/a/b/'", false)]
    [InlineData("arg1path='/a/bc'", false)]
    [InlineData("arg1='/a/b'", false)]
    [InlineData("arg2='x'", false)]
    [InlineData("eavesdrop='true',type=signal", true)]
    [InlineData("arg0=org.bluez.Device1", true)]
    public void A_rule_takes_what_it_says_and_nothing_else(string rule, bool expected)
    {
        var header = new MessageHeader
        {
            Type = MessageType.Signal,
            Serial = 1,
            Path = "/org/bluez/hci0",
            Interface = "org.freedesktop.DBus.Properties",
            Member = "PropertiesChanged",
            Sender = ":1.0",
            Signature = "so",
        };
        var writer = new MessageWriter();
        writer.Begin(header);
        writer.WriteString("org.bluez.Device1");
        writer.WriteString("/a/b");

        MatchRule.Parse(rule).Matches(header, writer.Body, name => name == "org.bluez").ShouldBe(expected);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("type='blue'")]
    [InlineData("colour='blue'")]
    [InlineData("path='no'")]
    [InlineData("arg64='x'")]
    [InlineData("arg1namespace='a.b'")]
    [InlineData("argpath='/'")]
    [InlineData("member='Open")]
    [InlineData("path='/a',path_namespace='/a'")]
    [InlineData("member='A',member='A'")]
    [InlineData("eavesdrop='perhaps'")]
    public void A_rule_that_makes_no_sense_is_refused(string rule) =>
        Should.Throw<DBusError>(() => MatchRule.Parse(rule)).Name.ShouldBe("org.freedesktop.DBus.Error.MatchRuleInvalid");

    [Fact]
    public void Quotes_are_taken_as_the_specification_has_them() =>
        MatchRule.Parse("""arg0=''\''',arg1='\',arg2=',',arg63='\\'""")
            .IsSameAs(MatchRule.Parse("""arg1=\,arg63='\\',arg2=',',arg0=\'""")).ShouldBeTrue();

    [Theory]
    [InlineData("type='signal',member='A'", "member=A, type='signal'", true)]
    [InlineData("type='signal',member='A'", "type='signal'", false)]
    [InlineData("arg0='a.b'", "arg0namespace='a.b'", false)]
    public void Rules_are_equal_that_say_the_same(string rule, string other, bool expected) =>
        MatchRule.Parse(rule).IsSameAs(MatchRule.Parse(other)).ShouldBe(expected);

    [Fact]
    public void A_rule_has_a_limit() =>
        Should.Throw<DBusError>(() => MatchRule.Parse($"arg0='{new string('a', 2000)}'")).Name.ShouldBe("org.freedesktop.DBus.Error.LimitsExceeded");
}
