using System.Globalization;
using System.Net;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// Where an endpoint is reached: <c>unix:PATH</c>, <c>tcp:HOST:PORT</c> (an IPv6 host in brackets),
/// <c>tcp:PORT</c> (this machine only; port 0 = any free one), <c>pipe:NAME</c> or <c>stdio</c>.
/// </summary>
public sealed record PipeAddress
{
    public const string Forms = "unix:PATH, tcp:HOST:PORT, tcp:PORT, pipe:NAME or stdio";

    private const string UnixPrefix = "unix:";
    private const string TcpPrefix = "tcp:";
    private const string NamedPipePrefix = "pipe:";
    private const string StdioText = "stdio";

    private PipeAddress(PipeAddressKind kind, string name, int port = 0)
    {
        Kind = kind;
        Name = name;
        Port = port;
    }

    public static PipeAddress Stdio { get; } = new(PipeAddressKind.Stdio, string.Empty);

    public PipeAddressKind Kind { get; }

    /// <summary>The path, the host or the name of the pipe; empty for stdio.</summary>
    public string Name { get; }

    /// <summary>TCP port, 0 to 65535.</summary>
    public int Port { get; }

    public static PipeAddress Unix(string path) => new(PipeAddressKind.Unix, path);

    public static PipeAddress Tcp(string host, int port) => new(PipeAddressKind.Tcp, host, port);

    public static PipeAddress NamedPipe(string name) => new(PipeAddressKind.NamedPipe, name);

    /// <exception cref="FormatException">None of the forms; the message says what is wrong.</exception>
    public static PipeAddress Parse(string text)
    {
        if (string.Equals(text, StdioText, StringComparison.Ordinal))
        {
            return Stdio;
        }

        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            return Unix(NotEmpty(text, text[UnixPrefix.Length..], "a path"));
        }

        if (text.StartsWith(NamedPipePrefix, StringComparison.Ordinal))
        {
            return ParseNamedPipe(text, NotEmpty(text, text[NamedPipePrefix.Length..], "a name"));
        }

        return text.StartsWith(TcpPrefix, StringComparison.Ordinal)
            ? ParseTcp(text, text[TcpPrefix.Length..])
            : throw new FormatException($"'{text}' is not an address. Addresses are {Forms}.");
    }

    public override string ToString() => Kind switch
    {
        PipeAddressKind.Unix => UnixPrefix + Name,
        PipeAddressKind.Tcp when Name.Contains(':') => $"{TcpPrefix}[{Name}]:{Port}",
        PipeAddressKind.Tcp => $"{TcpPrefix}{Name}:{Port}",
        PipeAddressKind.NamedPipe => NamedPipePrefix + Name,
        _ => StdioText,
    };

    private static PipeAddress ParseNamedPipe(string text, string name) =>
        name.AsSpan().IndexOfAny('/', '\\') < 0
            ? NamedPipe(name)
            : throw new FormatException($"'{text}': the name of a pipe has no slash; it is reached as \\\\.\\pipe\\NAME.");

    private static PipeAddress ParseTcp(string text, string hostAndPort)
    {
        int colon = hostAndPort.LastIndexOf(':');
        string portText = hostAndPort[(colon + 1)..];
        if (!ushort.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
        {
            throw new FormatException(
                $"'{text}': '{portText}' is not a port, 0 to 65535. TCP addresses are tcp:PORT or tcp:HOST:PORT.");
        }

        if (colon < 0)
        {
            return Tcp(IPAddress.Loopback.ToString(), port);
        }

        string host = NotEmpty(text, hostAndPort[..colon], "a host");
        bool isBracketed = host.StartsWith('[') && host.EndsWith(']');
        if (host.Contains(':') && !isBracketed)
        {
            throw new FormatException($"'{text}': an IPv6 host goes into brackets, as in tcp:[::1]:{port}.");
        }

        return Tcp(isBracketed ? host[1..^1] : host, port);
    }

    private static string NotEmpty(string text, string part, string what) =>
        part.Length > 0 ? part : throw new FormatException($"'{text}' lacks {what}. Addresses are {Forms}.");
}
