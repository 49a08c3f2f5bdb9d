using System.Buffers;
using System.Text;
using IqosDevice.Emulator.Endpoints;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class MessageTests
{
    /// <summary>What dbus-send sends first, byte for byte.</summary>
    private const string Hello =
        "6C0100010000000001000000 6E000000 01016F0015000000 2F6F72672F667265656465736B746F702F4442757300 0000"
        + "0601730014000000 6F72672E667265656465736B746F702E4442757300 000000"
        + "0201730014000000 6F72672E667265656465736B746F702E4442757300 000000"
        + "0301730005000000 48656C6C6F00 0000";

    [Fact]
    public void A_captured_call_is_read()
    {
        Message message = Read(Hello);
        message.Header.Type.ShouldBe(MessageType.MethodCall);
        message.Header.Serial.ShouldBe(1u);
        message.Header.Path.ShouldBe("/org/freedesktop/DBus");
        message.Header.Interface.ShouldBe("org.freedesktop.DBus");
        message.Header.Member.ShouldBe("Hello");
        message.Header.Destination.ShouldBe("org.freedesktop.DBus");
        message.Body.ShouldBeEmpty();
    }

    [Fact]
    public void Both_byte_orders_are_read()
    {
        byte[] little = Write("su", body =>
        {
            body.WriteString("a.b");
            body.WriteUInt32(1);
        });
        byte[] big = ToBigEndian("su", "a.b", 1);

        foreach (byte[] bytes in new[] { little, big })
        {
            Message message = Read(bytes);
            MessageReader arguments = message.Arguments;
            message.Header.Member.ShouldBe("M");
            arguments.ReadString().ShouldBe("a.b");
            arguments.ReadUInt32().ShouldBe(1u);
            arguments.IsAtEnd.ShouldBeTrue();
        }
    }

    [Fact]
    public void What_is_written_is_read_again_whatever_its_type()
    {
        string[] texts = ["nine", ""];
        Message message = Read(Write("a{sv}", body => body.WriteProperties(
        [
            new("byte", (byte)1), new("bool", true), new("short", (short)-2), new("ushort", (ushort)3), new("uint", 4u),
            new("text", "fünf"), new("path", new ObjectPath("/six")), new("bytes", new byte[] { 7, 8 }), new("texts", texts),
        ])));

        MessageReader arguments = message.Arguments;
        Dictionary<string, Variant> read = ValueReader.ReadOptions(ref arguments);
        read.Select(pair => $"{pair.Key}:{pair.Value.Signature}").ShouldBe(
            ["byte:y", "bool:b", "short:n", "ushort:q", "uint:u", "text:s", "path:o", "bytes:ay", "texts:as"]);
        read["short"].Value.ShouldBe((short)-2);
        read["text"].Value.ShouldBe("fünf");
        read["bytes"].Value.ShouldBe(new byte[] { 7, 8 });
        read["texts"].Value.ShouldBeAssignableTo<List<object>>()!.ShouldBe(["nine", ""]);
    }

    [Fact]
    public void A_message_that_is_not_all_there_is_left_alone()
    {
        byte[] bytes = Bytes(Hello);
        for (int count = 0; count < bytes.Length; count++)
        {
            var input = new ReadOnlySequence<byte>(bytes, 0, count);
            Message.TryRead(ref input, out _).ShouldBeFalse();
            input.Length.ShouldBe(count);
        }
    }

    [Theory]
    [InlineData(0, 0x6D, "byte order")]
    [InlineData(3, 2, "version 2")]
    [InlineData(8, 0, "serial")]
    [InlineData(1, 0, "type")]
    [InlineData(6, 4, "bytes, at most")]
    [InlineData(14, 4, "bytes, at most")]
    [InlineData(16, 0, "code 0")]
    [InlineData(16, 2, "instead of|no name")]
    [InlineData(18, 0x73, "instead of 'o'")]
    [InlineData(24, 0x61, "no object path")]
    [InlineData(45, 1, "zero")]
    [InlineData(46, 1, "padding")]
    [InlineData(112, 9, "missing|instead")]
    public void A_wrong_byte_is_named(int position, byte value, string reasons)
    {
        byte[] bytes = Bytes(Hello);
        bytes[position] = value;
        ProtocolException refusal = Should.Throw<ProtocolException>(() => Read(bytes));
        reasons.Split('|').ShouldContain(reason => refusal.Message.Contains(reason), refusal.Message);
    }

    [Theory]
    [InlineData("/org/freedesktop/DBus/Local", "a.b")]
    [InlineData("/a", "org.freedesktop.DBus.Local")]
    public void What_a_library_tells_itself_is_never_on_a_bus(string path, string interfaceName)
    {
        var writer = new MessageWriter();
        writer.Begin(new MessageHeader { Type = MessageType.Signal, Serial = 1, Path = path, Interface = interfaceName, Member = "Disconnected" });
        byte[] bytes = writer.End().ToArray();
        Should.Throw<ProtocolException>(() => Read(bytes)).Message.ShouldContain("itself alone");
    }

    [Fact]
    public void A_body_is_what_its_signature_says()
    {
        Should.Throw<ProtocolException>(() => Read(Write("u", static _ => { })));
        Should.Throw<ProtocolException>(() => Read(Write("", static body => body.WriteUInt32(1))));
        Should.Throw<ProtocolException>(() => Read(Write("b", static body => body.WriteUInt32(2))));
        Should.Throw<ProtocolException>(() => Read(Write("o", static body => body.WriteString("no path"))));
        Should.Throw<ProtocolException>(() => Read(Write("v", static body => body.WriteSignature("ss"))));
        Should.Throw<ProtocolException>(() => Read(Write("as", static body => body.WriteUInt32(5_000_000))));
    }

    [Fact]
    public void Variants_in_variants_have_a_limit()
    {
        Read(Write("v", static body => Nest(body, 60)));
        Should.Throw<ProtocolException>(() => Read(Write("v", static body => Nest(body, 70)))).Message.ShouldContain("too deep");
    }

    private static void Nest(MessageWriter body, int depth)
    {
        for (int i = 0; i < depth; i++)
        {
            body.WriteSignature("v");
        }

        body.WriteSignature("y");
        body.WriteByte(1);
    }

    private static byte[] Write(string signature, Action<MessageWriter> writeBody)
    {
        var writer = new MessageWriter();
        writer.Begin(new MessageHeader { Type = MessageType.MethodCall, Serial = 2, Path = "/a", Member = "M", Signature = signature });
        writeBody(writer);
        return writer.End().ToArray();
    }

    /// <summary>A call with a string and a number, by hand.</summary>
    private static byte[] ToBigEndian(string signature, string text, byte number)
    {
        byte[] fields =
        [
            1, 1, (byte)'o', 0, 0, 0, 0, 2, (byte)'/', (byte)'a', 0, 0, 0, 0, 0, 0,
            3, 1, (byte)'s', 0, 0, 0, 0, 1, (byte)'M', 0, 0, 0, 0, 0, 0, 0,
            8, 1, (byte)'g', 0, (byte)signature.Length, .. Encoding.ASCII.GetBytes(signature), 0,
        ];
        byte[] body = [0, 0, 0, (byte)text.Length, .. Encoding.ASCII.GetBytes(text), 0, 0, 0, 0, number];
        return [(byte)'B', 1, 0, 1, 0, 0, 0, (byte)body.Length, 0, 0, 0, 2, 0, 0, 0, (byte)fields.Length, .. fields, .. body];
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static Message Read(string hex) => Read(Bytes(hex));

    private static Message Read(byte[] bytes)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        Message.TryRead(ref input, out Message? message).ShouldBeTrue();
        input.IsEmpty.ShouldBeTrue();
        return message!;
    }
}
