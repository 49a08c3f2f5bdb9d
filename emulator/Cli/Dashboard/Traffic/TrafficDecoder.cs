using IqosDevice.Cli.Decoding;
using IqosDevice.Client;
using IqosDevice.Client.Values;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>
/// Says what was on the link, line by line: the PDU, the attribute, and the value field by field. It remembers the
/// fragments of a message until the last has come, so one decoder reads one log from its beginning.
/// </summary>
internal sealed class TrafficDecoder
{
    private const int OpcodeBytes = 1;
    private const int HandleEnd = 3;
    private const int BlobHeaderBytes = 5;

    private static readonly Uuid HolderStatusType = Uuid.Parse(GattUuids.HolderStatus);
    private static readonly Uuid ScpControlPoint = Uuid.Parse(GattUuids.ScpControlPoint);

    private readonly FragmentJoiner requests = new();
    private readonly FragmentJoiner replies = new();

    public TrafficEntry Decode(AirEvent happened)
    {
        double seconds = happened.AtUs * 1e-6;
        return happened.Kind switch
        {
            AirEventKind.Connected => Link(seconds, "a client connected"),
            AirEventKind.ClientLeft => Link(seconds, "the client left"),
            AirEventKind.HolderDropped => Link(seconds, "the holder ended the link"),
            _ => DecodePdu(seconds, happened),
        };
    }

    private TrafficEntry DecodePdu(double seconds, AirEvent happened)
    {
        byte[] pdu = happened.Pdu;
        var opcode = (AttOpcode)(pdu.Length > 0 ? pdu[0] : 0);
        bool isIn = happened.Kind == AirEventKind.Received;
        byte[] value = pdu[Math.Min(pdu.Length, ValueOffset(opcode))..];
        FrameExplanation? explained = Explain(happened.Attribute, opcode, value, isIn ? requests : replies);
        return new TrafficEntry(
            seconds,
            isIn ? "in" : "out",
            NameOf(opcode),
            AttributeNames.Of(happened.Attribute),
            HexText.Format(CarriesValue(opcode) ? value : pdu),
            explained?.Summary ?? Summarise(happened.Attribute, opcode, pdu, value),
            explained?.Fields ?? [],
            explained?.Problems ?? []);
    }

    private static FrameExplanation? Explain(AttributeEntry? attribute, AttOpcode opcode, byte[] value, FragmentJoiner joiner)
    {
        if (attribute is not { Role: AttributeRole.CharacteristicValue } || value.Length == 0 || !CarriesValue(opcode))
        {
            return null;
        }

        if (attribute.Type == Uuid.Parse(GattUuids.BatteryInformation))
        {
            return BatteryExplainer.Explain(new CapturedFrame("value", FrameKind.Battery, value));
        }

        return attribute.Type == ScpControlPoint && opcode != AttOpcode.PrepareWriteRequest ? ExplainScp(value, joiner) : null;
    }

    private static FrameExplanation? ExplainScp(byte[] value, FragmentJoiner joiner)
    {
        var captured = new CapturedFrame("value", FrameKind.Scp, value);
        if (joiner.IsWaiting && !joiner.Continues(captured))
        {
            joiner.Abandon();
        }

        return joiner.Add(captured) is { } whole ? ScpExplainer.Explain(whole) : null;
    }

    private static string Summarise(AttributeEntry? attribute, AttOpcode opcode, byte[] pdu, byte[] value) => opcode switch
    {
        AttOpcode.ErrorResponse when pdu.Length > BlobHeaderBytes - 1 => CamelCase.ToWords(new AttErrorCode(pdu[4]).ToString()),
        AttOpcode.ExchangeMtuRequest or AttOpcode.ExchangeMtuResponse when pdu.Length >= HandleEnd => $"MTU {pdu[1] | (pdu[2] << 8)}",
        AttOpcode.WriteRequest when attribute?.Role == AttributeRole.ClientConfiguration && value.Length == sizeof(ushort) =>
            value[0] switch { 0 => "unsubscribe", 1 => "subscribe to notifications", 2 => "subscribe to indications", _ => string.Empty },
        _ when attribute?.Type == Uuid.Parse(GattUuids.ScpControlPoint) && CarriesValue(opcode) && value.Length > 0 && value[0] > 0 =>
            $"fragment, {value[0]} more to come",
        _ when attribute?.Type == HolderStatusType && CarriesValue(opcode) => StatusText(value),
        _ when attribute?.Type.IsShort == true && CarriesValue(opcode) => AttributeNames.TextOf(value),
        _ => string.Empty,
    };

    private static string StatusText(byte[] value)
    {
        try
        {
            return HolderStatus.Parse(value).ToString();
        }
        catch (HolderException)
        {
            return "no status of a known version";
        }
    }

    private static bool CarriesValue(AttOpcode opcode) => opcode is AttOpcode.ReadResponse or AttOpcode.ReadBlobResponse
        or AttOpcode.WriteRequest or AttOpcode.WriteCommand or AttOpcode.PrepareWriteRequest
        or AttOpcode.HandleValueNotification or AttOpcode.HandleValueIndication;

    private static int ValueOffset(AttOpcode opcode) => opcode switch
    {
        AttOpcode.ReadResponse or AttOpcode.ReadBlobResponse => OpcodeBytes,
        AttOpcode.PrepareWriteRequest => BlobHeaderBytes,
        _ => HandleEnd,
    };

    /// <summary>"WriteRequest" as the specification writes it: "Write Request".</summary>
    private static string NameOf(AttOpcode opcode) =>
        Enum.IsDefined(opcode) ? CamelCase.ToWords(opcode.ToString()) : $"opcode {(byte)opcode:X2}";

    private static TrafficEntry Link(double seconds, string what) => new(seconds, "link", what, "", "", "", [], []);
}
