using System.Buffers;
using System.Globalization;
using System.Text;

namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// The conversation before the first message (D-Bus specification, "Authentication Protocol"): a zero byte, then lines of
/// ASCII. The one mechanism is EXTERNAL: the kernel has told who the peer is, and the peer may only say the same.
/// <code>
/// C: \0AUTH EXTERNAL 31303030      1000 in hexadecimal digits of ASCII
/// S: OK 69716f73656d756c61746f72686f6c64
/// C: NEGOTIATE_UNIX_FD
/// S: AGREE_UNIX_FD
/// C: BEGIN
/// </code>
/// </summary>
internal sealed class SaslServer
{
    private const string Rejected = "REJECTED EXTERNAL";
    private const int MostRejections = 8;

    private readonly uint userId;
    private readonly string serverGuid;
    private bool hasZero;
    private bool isAskedForIdentity;
    private bool isAuthenticated;
    private int rejections;

    /// <param name="userId">Who the peer is.</param>
    /// <param name="serverGuid">32 hexadecimal digits that tell this server from others.</param>
    public SaslServer(uint userId, string serverGuid)
    {
        this.userId = userId;
        this.serverGuid = serverGuid;
    }

    /// <summary>BEGIN has come: what follows are messages.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Takes the next line, ended by CR LF, and gives the answer to it.</summary>
    /// <returns>False where more bytes are needed; the input is untouched then.</returns>
    /// <exception cref="ProtocolException">Not this protocol, or too many attempts.</exception>
    public bool TryAnswer(ref ReadOnlySequence<byte> input, out string? answer)
    {
        answer = null;
        if (!hasZero && !TryTakeZero(ref input))
        {
            return false;
        }

        var reader = new SequenceReader<byte>(input);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
        {
            return input.Length <= DBusLimits.MostAuthLineBytes ? false : throw Oversized();
        }

        if (line.Length > DBusLimits.MostAuthLineBytes)
        {
            throw Oversized();
        }

        answer = Answer(Encoding.ASCII.GetString(line));
        input = input.Slice(reader.Position);
        return true;
    }

    private static ProtocolException Oversized() =>
        new($"a line of the authentication is longer than {DBusLimits.MostAuthLineBytes} bytes", DBusLimits.MostAuthLineBytes);

    private bool TryTakeZero(ref ReadOnlySequence<byte> input)
    {
        if (input.IsEmpty)
        {
            return false;
        }

        hasZero = input.FirstSpan[0] == 0 ? true : throw new ProtocolException("not a D-Bus client: the first byte is not zero", 0);
        input = input.Slice(1);
        return true;
    }

    private string? Answer(string line)
    {
        string[] words = line.Split(' ');
        switch (words[0])
        {
            case "AUTH" when !isAuthenticated: return Authenticate(words);
            case "DATA" when isAskedForIdentity: return Identify(words.ElementAtOrDefault(1) ?? string.Empty);
            case "CANCEL" or "ERROR": return Reject();

            // No descriptor is ever passed, but some clients take a refusal for the end.
            case "NEGOTIATE_UNIX_FD" when isAuthenticated: return "AGREE_UNIX_FD";
            case "BEGIN" when isAuthenticated:
                IsDone = true;
                return null;
            case "BEGIN": throw new ProtocolException("BEGIN before the authentication is over", 0);
            default: return "ERROR";
        }
    }

    private string Authenticate(string[] words)
    {
        if (words.Length < 2 || words[1] != "EXTERNAL")
        {
            return Reject();
        }

        if (words.Length > 2)
        {
            return Identify(words[2]);
        }

        isAskedForIdentity = true;
        return "DATA";
    }

    /// <summary>Nothing said means: whoever the kernel says.</summary>
    private string Identify(string hex)
    {
        isAskedForIdentity = false;
        bool isPeer = hex.Length == 0 || (TryDecode(hex, out uint claimed) && claimed == userId);
        if (!isPeer)
        {
            return Reject();
        }

        isAuthenticated = true;
        return $"OK {serverGuid}";
    }

    private string Reject()
    {
        isAskedForIdentity = false;
        isAuthenticated = false;
        return ++rejections < MostRejections ? Rejected : throw new ProtocolException("the client cannot authenticate", 0);
    }

    private static bool TryDecode(string hex, out uint userId)
    {
        userId = 0;
        Span<byte> digits = stackalloc byte[16];
        return hex.Length <= 2 * digits.Length
            && Convert.FromHexString(hex, digits, out _, out int count) == OperationStatus.Done
            && uint.TryParse(digits[..count], NumberStyles.None, CultureInfo.InvariantCulture, out userId);
    }
}
