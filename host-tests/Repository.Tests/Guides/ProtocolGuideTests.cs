using IqosDevice.Cli.Decoding;
using IqosDevice.Client.Values;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>Every worked example of docs/protocol.md, decoded by the product itself.</summary>
public sealed class ProtocolGuideTests
{
    private static readonly string[] Unremarkable = ["zero", "meaning not known"];

    private static readonly string[] Records =
        ["Battery information", "Battery level status", "Device status", "Holder status", "Event log entry"];

    private static readonly IReadOnlyList<ProtocolGuide.Example> Examples = ProtocolGuide.Read(Repo.Read(ProtocolGuide.FileName));

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var example in Examples)
            {
                rows.Add(example.Hex, example.Name, example.Says);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_example_is_what_the_guide_says(string hex, string name, string says)
    {
        var example = new ProtocolGuide.Example(hex, name, says);
        var (decodedName, decoded) = name switch
        {
            "Holder status" => (name, Describe(HolderStatus.Parse(example.Bytes))),
            "Event log entry" => (name, Describe(EventLogEntry.Parse(example.Bytes))),
            "Device status" => (name, SameBytes(example, buffer => DeviceStatusRecord.Write(buffer))),
            "Battery level status" => (name, SameBytes(example, buffer => BatteryLevelStatusRecord.Write(
                powered: !says.Contains("not powered", StringComparison.Ordinal),
                charging: !says.Contains("not charging", StringComparison.Ordinal),
                active: !says.Contains("idle", StringComparison.Ordinal),
                socPercent: 80,
                cellMv: 3970,
                chargeFault: false,
                buffer))),
            _ => Describe(example.Bytes),
        };

        decodedName.ShouldBe(name);
        decoded.ShouldBe(says);
    }

    [Fact]
    public void Every_record_has_an_example() =>
        Records.Except(Examples.Select(example => example.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_command_has_an_example_of_a_request_and_of_a_reply()
    {
        foreach (var command in Enum.GetValues<ScpCommand>().Where(command => command != ScpCommand.Unknown))
        {
            Examples.ShouldContain(example => Identify(example, isReply: false) == command, $"no request of {command}");
            Examples.ShouldContain(example => Identify(example, isReply: true) == command, $"no reply of {command}");
        }
    }

    [Fact]
    public void Every_characteristic_of_the_firmware_is_in_the_table()
    {
        var text = Repo.Read(ProtocolGuide.FileName);
        foreach (var constant in typeof(GattUuids).GetFields())
        {
            var uuid = constant.GetRawConstantValue() is ushort number ? number.ToString("x4") : (string)constant.GetRawConstantValue()!;
            text.ShouldContain($"`{uuid}`", Case.Sensitive, constant.Name);
        }
    }

    [Fact]
    public void An_example_with_a_wrong_checksum_or_meaning_is_found()
    {
        Should.Throw<ShouldAssertException>(() => An_example_is_what_the_guide_says("00 C9 00 04 1D", "Lock read", "–"));
        Should.Throw<ShouldAssertException>(() => An_example_is_what_the_guide_says("00 C9 00 04 1C", "Unlock", "–"));
        ProtocolGuide.Read("| `00 C9 00 04 1C` | Lock read | – |\n").Count.ShouldBe(1);
    }

    /// <summary>Name and values of an SCP frame or a battery record; what is wrong with it in place of the values.</summary>
    private static (string Name, string Says) Describe(byte[] bytes)
    {
        var explained = FrameDecoder.Explain([new CapturedFrame("example", FrameKind.Auto, bytes)]).ShouldHaveSingleItem();
        if (!explained.Correct)
        {
            return (explained.Summary, string.Join("; ", explained.Problems));
        }

        var isScp = string.Equals(explained.Kind, "scp", StringComparison.Ordinal);
        var values = explained.Fields.Skip(isScp ? ScpFrame.PayloadOffset : 0)
            .Where(field => !field.Name.StartsWith("CRC", StringComparison.Ordinal))
            .Where(field => !Unremarkable.Contains(field.Meaning, StringComparer.Ordinal))
            .Select(field => $"{field.Name}: {field.Meaning}").ToList();
        return (explained.Summary, values.Count == 0 ? "–" : string.Join("; ", values));
    }

    private static string Describe(HolderStatus status)
    {
        var flags = new[]
        {
            (status.Docked, "docked"), (status.StickPresent, "stick"), (status.Locked, "locked"),
            (status.Paused, "paused"), (status.EndWarning, "end warning"), (status.Puffing, "puffing"),
        };
        return string.Join("; ", flags.Where(flag => flag.Item1).Select(flag => flag.Item2).Prepend(status.ToString()));
    }

    private static string Describe(EventLogEntry entry) => entry.Sequence == 0xFFFF
        ? "end of the list"
        : $"entry {entry.Sequence}, {entry.Time:yyyy-MM-dd HH:mm:ss}, {entry.Kind}, code {entry.Code}, value {entry.Value}";

    /// <summary>What the guide says, where the firmware writes these very bytes for it.</summary>
    private static string SameBytes(ProtocolGuide.Example example, Func<byte[], int> write)
    {
        var buffer = new byte[64];
        var length = write(buffer);
        return buffer.AsSpan(0, length).SequenceEqual(example.Bytes) ? example.Says : Convert.ToHexString(buffer, 0, length);
    }

    private static ScpCommand Identify(ProtocolGuide.Example example, bool isReply)
    {
        var bytes = example.Bytes;
        if (Records.Contains(example.Name, StringComparer.Ordinal) || (bytes[ScpFrame.ControlOffset] & ScpFrame.ControlReply) != 0 != isReply)
        {
            return ScpCommand.Unknown;
        }

        return isReply ? ScpCommands.IdentifyReply(bytes, bytes.Length) : ScpCommands.Identify(bytes, bytes.Length);
    }
}
