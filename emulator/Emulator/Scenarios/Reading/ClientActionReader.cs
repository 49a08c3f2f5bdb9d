using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Scenarios.Conditions;
using IqosDevice.Emulator.Scenarios.Running;
using IqosDevice.Emulator.Scenarios.Steps;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>Reads the steps of a client: it connects, reads, writes, subscribes, and speaks SCP.</summary>
internal static class ClientActionReader
{
    private const string FirstClient = "client";
    private const int UsualMtu = 247;

    /// <summary>The steps of clients, with their meaning.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["connect"] = "A client connects: {as: NAME, mtu: 23..517, refused: true} or nothing.",
        ["disconnect"] = "A client leaves: {as: NAME} or nothing.",
        ["subscribe"] = "Notifications of a characteristic on: its name, or {as, characteristic}.",
        ["unsubscribe"] = "Notifications of a characteristic off.",
        ["read"] = "Reads a characteristic: its name, or {as, characteristic, value, error}.",
        ["write"] = "Writes a characteristic: {as, characteristic, value, error}.",
        ["request"] = "Sends a frame, or the fragments of one, to the SCP control point: {as, frame, reply}; no reply means silence.",
    };

    public static IScenarioAction Read(string key, YamlValue? argument, YamlValue place)
    {
        string what = $"what \"{key}\" takes";
        YamlMapping? mapping = argument is { IsScalar: false } given ? given.Mapping(what) : null;
        string client = mapping?.Take("as")?.Text("as") ?? FirstClient;
        IScenarioAction action = key switch
        {
            "connect" => ReadConnect(client, argument, mapping),
            "disconnect" => new DisconnectAction(client),
            "subscribe" => new SubscribeAction(client, Characteristic(argument, mapping, place), on: true),
            "unsubscribe" => new SubscribeAction(client, Characteristic(argument, mapping, place), on: false),
            "read" => new ReadAction(
                client,
                Characteristic(argument, mapping, place),
                mapping?.Take("value") is { } value ? Bytes(value) : null,
                Error(mapping)),
            "write" => new WriteAction(
                client,
                Characteristic(argument, mapping, place),
                Frame((mapping ?? throw place.Wrong("write takes {characteristic, value}")).Need("value", "the bytes to write")),
                Error(mapping)),
            _ => ReadRequest(client, argument, mapping, place),
        };
        mapping?.End();
        return action;
    }

    private static ConnectAction ReadConnect(string client, YamlValue? argument, YamlMapping? mapping)
    {
        if (argument is { IsScalar: true } scalar)
        {
            return scalar.Text("connect") == "refused"
                ? new ConnectAction(client, UsualMtu, refused: true)
                : throw scalar.Wrong("connect takes nothing, \"refused\", or {as, mtu, refused}");
        }

        int mtu = (int)(mapping?.Take("mtu")?.Number("mtu", AttLimits.DefaultMtu, AttLimits.LargestMtu) ?? UsualMtu);
        return new ConnectAction(client, mtu, mapping?.Take("refused")?.Flag("refused") ?? false);
    }

    private static RequestAction ReadRequest(string client, YamlValue? argument, YamlMapping? mapping, YamlValue place)
    {
        YamlValue frames = mapping is null
            ? ActionReader.Need(argument, place, "request takes a frame")
            : mapping.Need("frame", "the bytes of the request; \"crc\" stands for the right checksum");
        YamlValue? replies = mapping?.Take("reply");
        return new RequestAction(
            client,
            [.. frames.OneOrMore("frame").Select(Frame)],
            replies is { } given ? [.. given.OneOrMore("reply").Select(Bytes)] : []);
    }

    private static HolderCharacteristic Characteristic(YamlValue? argument, YamlMapping? mapping, YamlValue place)
    {
        YamlValue value = mapping is null
            ? ActionReader.Need(argument, place, "a characteristic is needed")
            : mapping.Need("characteristic", "its name or UUID");
        string name = value.Text("characteristic");
        return HolderCharacteristic.Find(name) ?? throw value.Wrong(
            $"there is no characteristic \"{name}\"; there are {string.Join(", ", HolderCharacteristic.All.Select(known => known.Name))}, "
            + "or any UUID");
    }

    private static AttErrorCode? Error(YamlMapping? mapping)
    {
        if (mapping?.Take("error") is not { } value)
        {
            return null;
        }

        string name = value.Text("error");
        return AttErrorNames.Find(name) ?? throw value.Wrong(
            $"there is no ATT error \"{name}\"; there are {string.Join(", ", AttErrorNames.All)}, or a number as in 0x80");
    }

    private static BytePattern Bytes(YamlValue value)
    {
        try
        {
            return BytePattern.Parse(value.Text("a value"));
        }
        catch (FormatException problem)
        {
            throw value.Wrong(problem.Message);
        }
    }

    private static byte[] Frame(YamlValue value)
    {
        try
        {
            return BytePattern.Parse(value.Text("a value")).ToFrame();
        }
        catch (FormatException problem)
        {
            throw value.Wrong(problem.Message);
        }
    }
}
