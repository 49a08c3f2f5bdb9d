using System.Buffers;
using System.Text;
using IqosDevice.Emulator.Endpoints;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class SaslServerTests
{
    private const string Guid = "00112233445566778899aabbccddeeff";
    private const string Accepted = "OK " + Guid;

    [Theory]
    [InlineData("AUTH EXTERNAL 31303030|BEGIN", Accepted)]
    [InlineData("AUTH EXTERNAL|DATA|BEGIN", "DATA|" + Accepted)]
    [InlineData("AUTH EXTERNAL|DATA 31303030|NEGOTIATE_UNIX_FD|BEGIN", "DATA|" + Accepted + "|AGREE_UNIX_FD")]
    [InlineData("AUTH|AUTH ANONYMOUS|AUTH EXTERNAL 31303030|BEGIN", "REJECTED EXTERNAL|REJECTED EXTERNAL|" + Accepted)]
    [InlineData("HELP|AUTH EXTERNAL 31303030|BEGIN", "ERROR|" + Accepted)]
    [InlineData("AUTH EXTERNAL|CANCEL|AUTH EXTERNAL 31303030|BEGIN", "DATA|REJECTED EXTERNAL|" + Accepted)]
    [InlineData("AUTH EXTERNAL|ERROR what|AUTH EXTERNAL 31303030|BEGIN", "DATA|REJECTED EXTERNAL|" + Accepted)]
    [InlineData("AUTH EXTERNAL 31303030|CANCEL|AUTH EXTERNAL|DATA|BEGIN", Accepted + "|REJECTED EXTERNAL|DATA|" + Accepted)]
    [InlineData("AUTH EXTERNAL 31303030|ERROR|AUTH EXTERNAL 31303030|BEGIN", Accepted + "|REJECTED EXTERNAL|" + Accepted)]
    [InlineData("NEGOTIATE_UNIX_FD|AUTH EXTERNAL 31303030|AUTH EXTERNAL|BEGIN", "ERROR|" + Accepted + "|ERROR")]
    [InlineData("AUTH DBUS_COOKIE_SHA1 31303030|DATA|AUTH EXTERNAL 31303030|BEGIN", "REJECTED EXTERNAL|ERROR|" + Accepted)]
    public void A_peer_that_says_who_it_is_gets_in(string lines, string answers)
    {
        (string said, bool isDone) = Talk("\0" + lines.Replace("|", "\r\n", StringComparison.Ordinal) + "\r\n");
        said.ShouldBe(answers);
        isDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("AUTH EXTERNAL 31303031")]
    [InlineData("AUTH EXTERNAL 30")]
    [InlineData("AUTH EXTERNAL zz")]
    [InlineData("AUTH EXTERNAL 3130303030303030303030303030303030303030303030")]
    public void A_peer_that_pretends_to_be_another_does_not(string line)
    {
        (string said, bool isDone) = Talk($"\0{line}\r\n");
        said.ShouldBe("REJECTED EXTERNAL");
        isDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData("AUTH EXTERNAL 31303030\r\n", "first byte")]
    [InlineData("\0BEGIN\r\n", "BEGIN before")]
    [InlineData("\0AUTH ANONYMOUS 61\r\nBEGIN\r\n", "BEGIN before")]
    [InlineData("\0AUTH EXTERNAL 31303030\r\nCANCEL\r\nBEGIN\r\n", "BEGIN before")]
    [InlineData("\0AUTH\r\nAUTH\r\nAUTH\r\nAUTH\r\nAUTH\r\nAUTH\r\nAUTH\r\nAUTH\r\n", "cannot authenticate")]
    public void What_is_not_this_protocol_ends_the_connection(string sent, string reason) =>
        Should.Throw<ProtocolException>(() => Talk(sent)).Message.ShouldContain(reason);

    [Fact]
    public void A_line_without_end_takes_no_memory() =>
        Should.Throw<ProtocolException>(() => Talk("\0" + new string('A', 2000))).Message.ShouldContain("longer than");

    [Fact]
    public void What_follows_BEGIN_is_left_for_the_messages()
    {
        var sasl = new SaslServer(1000, Guid);
        var input = new ReadOnlySequence<byte>("\0AUTH EXTERNAL 31303030\r\nBEGIN\r\nl"u8.ToArray());
        while (!sasl.IsDone)
        {
            sasl.TryAnswer(ref input, out _).ShouldBeTrue();
        }

        input.ToArray().ShouldBe("l"u8.ToArray());
    }

    private static (string Said, bool IsDone) Talk(string text)
    {
        var sasl = new SaslServer(1000, Guid);
        var input = new ReadOnlySequence<byte>(Encoding.ASCII.GetBytes(text));
        var said = new List<string>();
        while (!sasl.IsDone && sasl.TryAnswer(ref input, out string? answer))
        {
            if (answer is not null)
            {
                said.Add(answer);
            }
        }

        return (string.Join('|', said), sasl.IsDone);
    }
}
