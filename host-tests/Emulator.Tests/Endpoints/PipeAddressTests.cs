using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class PipeAddressTests
{
    [Theory]
    [InlineData("unix:/tmp/a b.sock", "unix:/tmp/a b.sock")]
    [InlineData(@"unix:C:\Users\me\holder.sock", @"unix:C:\Users\me\holder.sock")]
    [InlineData("tcp:9000", "tcp:127.0.0.1:9000")]
    [InlineData("tcp:0", "tcp:127.0.0.1:0")]
    [InlineData("tcp:localhost:65535", "tcp:localhost:65535")]
    [InlineData("tcp:*:9000", "tcp:*:9000")]
    [InlineData("tcp:[::1]:9000", "tcp:[::1]:9000")]
    [InlineData("pipe:holder", "pipe:holder")]
    [InlineData("stdio", "stdio")]
    public void Addresses_are_read_and_written(string text, string canonical)
    {
        PipeAddress address = PipeAddress.Parse(text);

        address.ToString().ShouldBe(canonical);
        PipeAddress.Parse(canonical).ShouldBe(address);
    }

    [Theory]
    [InlineData("", "not an address")]
    [InlineData("/tmp/holder.sock", "not an address")]
    [InlineData("STDIO", "not an address")]
    [InlineData("unix:", "lacks a path")]
    [InlineData("pipe:", "lacks a name")]
    [InlineData(@"pipe:\\.\pipe\holder", "no slash")]
    [InlineData("tcp:", "not a port")]
    [InlineData("tcp:65536", "not a port")]
    [InlineData("tcp:-1", "not a port")]
    [InlineData("tcp:localhost", "not a port")]
    [InlineData("tcp::9000", "lacks a host")]
    [InlineData("tcp:::1:9000", "brackets")]
    public void What_is_no_address_is_explained(string text, string why) =>
        Should.Throw<FormatException>(() => PipeAddress.Parse(text)).Message.ShouldContain(why);
}
