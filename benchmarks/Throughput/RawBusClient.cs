using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>The least that a client of the bus can do: blocking calls on a socket, one message as a template for each call.</summary>
internal sealed class RawBusClient : IDisposable
{
    private const int FixedBytes = 16;
    private const int SerialOffset = 8;
    private const byte MethodReturn = 2;
    private const byte Signal = 4;

    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly byte[] incoming = new byte[256 * 1024];
    private int start;
    private int end;
    private uint serial;

    /// <summary>Connects to the bus, and over it to the one device that is there.</summary>
    public static RawBusClient Connect(string socketPath, string devicePath)
    {
        var client = new RawBusClient();
        client.socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        client.socket.Send("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n"u8);
        while (client.incoming.AsSpan(0, client.end).Count((byte)'\n') < 2)
        {
            client.Fill();
        }

        client.start = client.end;
        client.Call(Template("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello"));
        client.Call(Template("org.bluez", "/org/bluez/hci0", "org.bluez.Adapter1", "StartDiscovery"));
        client.Call(Template("org.bluez", "/org/bluez/hci0", "org.bluez.Adapter1", "StopDiscovery"));
        client.Call(Template("org.bluez", devicePath, "org.bluez.Device1", "Connect"));
        return client;
    }

    /// <summary>A call of ReadValue without options.</summary>
    public static byte[] ReadTemplate(string characteristicPath) =>
        Template("org.bluez", characteristicPath, "org.bluez.GattCharacteristic1", "ReadValue", "a{sv}", new byte[8]);

    /// <summary>Lets the notifications of a characteristic come.</summary>
    public void Subscribe(string characteristicPath)
    {
        byte[] rule = Encoding.ASCII.GetBytes("type='signal',interface='org.freedesktop.DBus.Properties'");
        byte[] argument = [.. BitConverter.GetBytes(rule.Length), .. rule, 0];
        Call(Template("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "AddMatch", "s", argument));
        Call(Template("org.bluez", characteristicPath, "org.bluez.GattCharacteristic1", "StartNotify"));
    }

    /// <summary>Sends a call and waits for its reply; what else comes is passed over.</summary>
    /// <returns>Bytes of the reply's body.</returns>
    public int Call(byte[] template)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(template.AsSpan(SerialOffset), ++serial);
        socket.Send(template);
        while (true)
        {
            int bodyBytes = Receive(out byte type);
            if (type != Signal)
            {
                return type == MethodReturn ? bodyBytes : throw new InvalidDataException("The bus answered with an error.");
            }
        }
    }

    /// <summary>Waits for a message of any kind.</summary>
    /// <returns>Bytes of its body.</returns>
    public int Receive(out byte type)
    {
        while (end - start < FixedBytes || end - start < MessageBytes)
        {
            Fill();
        }

        type = incoming[start + 1];
        int bodyBytes = BodyBytes;
        start += MessageBytes;
        return bodyBytes;
    }

    public void Dispose() => socket.Dispose();

    private int BodyBytes => BinaryPrimitives.ReadInt32LittleEndian(incoming.AsSpan(start + 4));

    private int MessageBytes => FixedBytes + ((BinaryPrimitives.ReadInt32LittleEndian(incoming.AsSpan(start + 12)) + 7) & -8) + BodyBytes;

    private static byte[] Template(string destination, string path, string interfaceName, string member, string signature = "", byte[]? body = null)
    {
        var fields = new List<byte>();
        Add(1, 'o', path);
        Add(2, 's', interfaceName);
        Add(3, 's', member);
        Add(6, 's', destination);
        if (signature.Length > 0)
        {
            Pad(8);
            fields.AddRange([8, 1, (byte)'g', 0, (byte)signature.Length, .. Encoding.ASCII.GetBytes(signature), 0]);
        }

        int fieldBytes = fields.Count;
        Pad(8);
        return
        [
            (byte)'l', 1, 0, 1, .. BitConverter.GetBytes(body?.Length ?? 0), 0, 0, 0, 0, .. BitConverter.GetBytes(fieldBytes), .. fields, .. body ?? [],
        ];

        void Add(byte code, char type, string text)
        {
            Pad(8);
            fields.AddRange([code, 1, (byte)type, 0, .. BitConverter.GetBytes(text.Length), .. Encoding.ASCII.GetBytes(text), 0]);
        }

        void Pad(int alignment)
        {
            while (fields.Count % alignment != 0)
            {
                fields.Add(0);
            }
        }
    }

    private void Fill()
    {
        incoming.AsSpan(start, end - start).CopyTo(incoming);
        end -= start;
        start = 0;
        int count = socket.Receive(incoming.AsSpan(end));
        end += count > 0 ? count : throw new EndOfStreamException("The emulator closed the connection.");
    }
}
