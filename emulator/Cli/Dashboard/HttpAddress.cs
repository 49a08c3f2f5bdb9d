using System.Globalization;
using System.Net;

namespace IqosDevice.Cli.Dashboard;

/// <summary>Where the dashboard is served: an IP address of this machine and a port.</summary>
/// <param name="Address">Loopback unless something else was asked for.</param>
/// <param name="Port">0 for any free one.</param>
/// <param name="IsGiven">The user named it; otherwise any free port will do where this one is taken.</param>
internal sealed record HttpAddress(IPAddress Address, int Port, bool IsGiven)
{
    public const string Off = "off";

    public const string Forms = "PORT, ADDRESS:PORT, or off";

    private const int UsualPort = 5080;

    /// <summary>127.0.0.1:5080.</summary>
    public static HttpAddress Default { get; } = new(IPAddress.Loopback, UsualPort, IsGiven: false);

    /// <summary>What "off" is read as: the parser of the command line takes null for a value that could not be read.</summary>
    public static HttpAddress Nowhere { get; } = new(IPAddress.None, 0, IsGiven: true);

    /// <summary>Reads <c>5080</c> (this machine alone), <c>127.0.0.1:5080</c>, <c>localhost:5080</c>, <c>[::1]:5080</c> or <c>0.0.0.0:80</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static HttpAddress Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? "localhost" : text[..colon];
        IPAddress? address = host == "localhost" ? IPAddress.Loopback : null;
        bool isRight = ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            && (address is not null || IPAddress.TryParse(host, out address));
        return isRight
            ? new HttpAddress(address!, port, IsGiven: true)
            : throw new FormatException($"--http is {Forms}, e.g. 5080, 127.0.0.1:8080, [::1]:5080 or 0.0.0.0:5080; not {text}.");
    }

    /// <summary>As it stands in a URL, e.g. <c>127.0.0.1:5080</c>.</summary>
    public override string ToString() => new IPEndPoint(Address, Port).ToString();
}
