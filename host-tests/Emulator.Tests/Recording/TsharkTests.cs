using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Emulator.Tests.Recording;

/// <summary>What an independent decoder makes of captures.</summary>
public sealed partial class TsharkTests
{
    [Fact]
    public async Task tshark_names_every_opcode_and_every_UUID_of_a_captured_session()
    {
        Tshark.Require();

        IReadOnlyList<XElement> packets = await Tshark.DecodeAsync(CapturedSession.Record());

        packets.Count.ShouldBe(BtsnoopReader.Read(CapturedSession.Record()).Count);
        ProtocolsOf(packets).ShouldNotContain("_ws.malformed");
        FieldsOf(packets, "_ws.expert").ShouldBeEmpty();
        List<XElement> opcodes = FieldsOf(packets, "btatt.opcode");
        opcodes.Select(ShowName).Where(IsUnknown).ShouldBeEmpty();
        opcodes.Select(opcode => int.Parse(opcode.Attribute("value")!.Value, NumberStyles.HexNumber)).Distinct().Order()
            .ShouldBe(CapturedSession.Opcodes);
        FieldsOf(packets, "btatt.uuid16").Select(ShowName).ShouldNotBeEmpty();
        FieldsOf(packets, "btatt.uuid16").Select(ShowName).Where(IsUnknown).ShouldBeEmpty();
        packets.Where(packet => FieldsOf([packet], "btatt.uuid128").Count > 0 && FieldsOf([packet], "holder.name").Count == 0)
            .ShouldBeEmpty("a UUID of the holder's own without a name");
        FieldsOf(packets, "holder.name").Select(name => name.Attribute("show")!.Value).Distinct().Count().ShouldBe(OwnUuids().Count);
    }

    [Fact]
    public async Task tshark_sees_the_connection_and_the_virtual_time()
    {
        Tshark.Require();

        IReadOnlyList<XElement> packets = await Tshark.DecodeAsync(CapturedSession.Record());

        ProtocolsOf(packets.Take(1)).ShouldContain("bthci_evt");
        FieldsOf(packets.Take(1), "bthci_evt.le_meta_subevent").Single().Attribute("showname")!.Value.ShouldContain("LE Connection Complete");
        FieldsOf(packets.TakeLast(1), "bthci_evt.code").Single().Attribute("showname")!.Value.ShouldContain("Disconnect Complete");
        FieldsOf(packets.Take(1), "frame.time_epoch").Single().Attribute("show")!.Value.ShouldStartWith("1767225601.0");
    }

    [Fact]
    public async Task tshark_reads_a_file_that_was_cut()
    {
        Tshark.Require();
        byte[] whole = CapturedSession.Record();
        byte[] cut = whole[..(whole.Length / 2)];

        IReadOnlyList<XElement> packets = await Tshark.DecodeAsync(cut);

        packets.Count.ShouldBe(BtsnoopReader.Read(cut).Count);
        ProtocolsOf(packets).ShouldNotContain("_ws.malformed");
    }

    [Fact]
    public void The_names_for_Wireshark_are_those_of_the_firmwares_UUIDs() =>
        NamedUuid().Matches(File.ReadAllText(Tshark.NamesScript)).Select(match => match.Groups["uuid"].Value)
            .ShouldBe(OwnUuids(), ignoreOrder: true);

    private static List<string> OwnUuids() =>
        [.. typeof(GattUuids).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetRawConstantValue())
            .OfType<string>().Select(uuid => uuid.Replace("-", string.Empty, StringComparison.Ordinal))];

    private static IEnumerable<string> ProtocolsOf(IEnumerable<XElement> packets) =>
        packets.Descendants("proto").Select(proto => proto.Attribute("name")!.Value);

    private static List<XElement> FieldsOf(IEnumerable<XElement> packets, string name) =>
        [.. packets.Descendants("field").Where(field => field.Attribute("name")?.Value == name)];

    private static string ShowName(XElement field) => field.Attribute("showname")!.Value;

    private static bool IsUnknown(string text) => text.Contains("Unknown", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""\["(?<uuid>[0-9a-f]{32})"\]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamedUuid();
}
