using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

/// <summary>A client of the bus: says what it is told to, and keeps every signal that comes meanwhile, in order.</summary>
internal sealed class BusTestClient(TransportConnection connection) : IAsyncDisposable
{
    public const string Daemon = "org.bluez";
    public const string Adapter = "/org/bluez/hci0";
    public const string Properties = "org.freedesktop.DBus.Properties";

    private readonly MessageWriter writer = new();
    private readonly Queue<Message> signals = new();
    private uint serial;

    /// <summary>Everything that came, oldest first: members of signals, and "reply" or the error's name for answers.</summary>
    public List<string> Seen { get; } = [];

    public string UniqueName { get; private set; } = string.Empty;

    /// <summary>Byte order of what it sends.</summary>
    public bool IsBigEndian { get; set; }

    /// <summary>Flags of its calls.</summary>
    public MessageFlags Flags { get; set; }

    public async Task SayHelloAsync(bool wantsSignals = true)
    {
        await SendAsync("\0AUTH EXTERNAL\r\nDATA\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n"u8.ToArray());
        for (int line = 0; line < 3; line++)
        {
            await ReadLineAsync();
        }

        Message hello = await CallAsync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello");
        UniqueName = FirstString(hello);
        if (wantsSignals)
        {
            await AddMatchAsync("type='signal',path_namespace='/org/bluez'");
            await AddMatchAsync("type='signal',interface='org.freedesktop.DBus.ObjectManager'");
        }
    }

    public Task AddMatchAsync(string rule) => ExpectAsync(
        CallAsync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "AddMatch", "s", body => body.WriteString(rule)));

    /// <summary>Calls a method, and gives the reply or the error.</summary>
    public async Task<Message> CallAsync(
        string destination, string path, string? interfaceName, string member, string signature = "", Action<MessageWriter>? body = null)
    {
        uint mine = await SendCallAsync(destination, path, interfaceName, member, signature, body);
        return await ReplyToAsync(mine);
    }

    public async Task<uint> SendCallAsync(
        string destination, string path, string? interfaceName, string member, string signature = "", Action<MessageWriter>? body = null)
    {
        writer.Begin(new MessageHeader
        {
            Type = MessageType.MethodCall,
            Flags = Flags,
            IsBigEndian = IsBigEndian,
            Serial = ++serial,
            Destination = destination,
            Path = path,
            Interface = interfaceName,
            Member = member,
            Signature = signature,
        });
        body?.Invoke(writer);
        await SendAsync(writer.End().ToArray());
        return serial;
    }

    public async Task<Message> ReplyToAsync(uint callSerial)
    {
        while (true)
        {
            Message message = await ReceiveAsync();
            if (message.Header.Type == MessageType.Signal)
            {
                signals.Enqueue(message);
            }
            else if (message.Header.ReplySerial == callSerial)
            {
                return message;
            }
        }
    }

    /// <summary>Calls the bus itself with a name.</summary>
    public Task<Message> CallBusAsync(string member, string name) =>
        CallAsync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", member, "s", body => body.WriteString(name));

    public Task<Message> CallDeviceAsync(string path, string member) => CallAsync(Daemon, path, "org.bluez.Device1", member);

    public Task<Message> CallAdapterAsync(string member) => CallAsync(Daemon, Adapter, "org.bluez.Adapter1", member);

    public Task<Message> ReadAsync(string path) =>
        CallAsync(Daemon, path, "org.bluez.GattCharacteristic1", "ReadValue", "a{sv}", static body => body.WriteProperties([]));

    public Task<Message> WriteAsync(string path, params byte[] value) =>
        CallAsync(Daemon, path, "org.bluez.GattCharacteristic1", "WriteValue", "aya{sv}", body =>
        {
            body.WriteBytes(value);
            body.WriteProperties([]);
        });

    public async Task<object> GetAsync(string path, string interfaceName, string property)
    {
        Message reply = await ExpectAsync(CallAsync(Daemon, path, Properties, "Get", "ss", body =>
        {
            body.WriteString(interfaceName);
            body.WriteString(property);
        }));
        MessageReader arguments = reply.Arguments;
        return ValueReader.ReadVariant(ref arguments).Value;
    }

    /// <summary>The paths that GetManagedObjects lists.</summary>
    public async Task<List<string>> ListObjectsAsync() =>
        [.. (await ListPropertiesAsync()).Select(listed => listed.Path).Distinct(StringComparer.Ordinal)];

    /// <summary>What GetManagedObjects lists.</summary>
    public async Task<List<(string Path, string Interface, Dictionary<string, Variant> Properties)>> ListPropertiesAsync()
    {
        Message reply = await ExpectAsync(CallAsync(Daemon, "/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects"));
        MessageReader arguments = reply.Arguments;
        var listed = new List<(string, string, Dictionary<string, Variant>)>();
        int end = arguments.ReadArrayEnd('{');
        while (arguments.Position < end)
        {
            arguments.Align(8);
            string path = arguments.ReadObjectPath().Text;
            int objectEnd = arguments.ReadArrayEnd('{');
            while (arguments.Position < objectEnd)
            {
                arguments.Align(8);
                listed.Add((path, arguments.ReadString(), ValueReader.ReadOptions(ref arguments)));
            }
        }

        return listed;
    }

    /// <summary>The next signal of a name, also one that came before.</summary>
    public async Task<Message> NextSignalAsync(string member)
    {
        while (true)
        {
            while (signals.TryDequeue(out Message? kept))
            {
                if (kept.Header.Member == member)
                {
                    return kept;
                }
            }

            Message message = await ReceiveAsync();
            if (message.Header.Type == MessageType.Signal)
            {
                signals.Enqueue(message);
            }
        }
    }

    /// <summary>The next message; an exception where the bus has ended the connection.</summary>
    public async Task<Message> ReceiveAsync()
    {
        while (true)
        {
            ReadResult read = await connection.Input.ReadAsync(TestContext.Current.CancellationToken);
            ReadOnlySequence<byte> rest = read.Buffer;
            bool isThere = Message.TryRead(ref rest, out Message? message);
            connection.Input.AdvanceTo(rest.Start, isThere ? rest.Start : rest.End);
            if (isThere)
            {
                Seen.Add(Describe(message!));
                return message!;
            }

            if (read.IsCompleted)
            {
                throw new EndOfStreamException("The bus ended the connection.");
            }
        }
    }

    public async Task<string> ReadLineAsync()
    {
        while (true)
        {
            ReadResult read = await connection.Input.ReadAsync(TestContext.Current.CancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                string line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                connection.Input.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            connection.Input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                throw new EndOfStreamException("The bus ended the connection.");
            }
        }
    }

    public async Task WaitForEndAsync()
    {
        ReadResult read;
        do
        {
            read = await connection.Input.ReadAsync(TestContext.Current.CancellationToken);
            connection.Input.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
    }

    public async Task SendAsync(params byte[] bytes) => await connection.Output.WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Sends nothing more.</summary>
    public ValueTask CloseOutputAsync() => connection.Output.CompleteAsync();

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>An answer that must not be an error.</summary>
    public static async Task<Message> ExpectAsync(Task<Message> answer)
    {
        Message message = await answer;
        message.Header.Type.ShouldBe(MessageType.MethodReturn, $"{message.Header.ErrorName}: {(message.Header.Type == MessageType.Error ? FirstString(message) : "")}");
        return message;
    }

    public static string FirstString(Message message)
    {
        MessageReader arguments = message.Arguments;
        return arguments.ReadString();
    }

    public static byte[] FirstBytes(Message message)
    {
        MessageReader arguments = message.Arguments;
        return arguments.ReadBytes().ToArray();
    }

    /// <summary>"Connected=True" for a change of a property, the member for another signal.</summary>
    private static string Describe(Message message)
    {
        if (message.Header.Type != MessageType.Signal)
        {
            return message.Header.ErrorName ?? "reply";
        }

        if (message.Header.Member != "PropertiesChanged")
        {
            return message.Header.Member!;
        }

        MessageReader arguments = message.Arguments;
        arguments.ReadString();
        return string.Join(' ', ValueReader.ReadOptions(ref arguments).Select(pair =>
            $"{pair.Key}={(pair.Value.Value is byte[] bytes ? Convert.ToHexString(bytes) : pair.Value.Value)}"));
    }
}
