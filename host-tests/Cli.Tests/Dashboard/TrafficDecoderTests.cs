using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Tests.Dashboard;

public sealed class TrafficDecoderTests : IDisposable
{
    private readonly VirtualHolder holder = VirtualHolder.Start();
    private readonly TrafficLog log;

    public TrafficDecoderTests() => log = new TrafficLog(holder);

    public void Dispose() => holder.Dispose();

    [Fact]
    public void A_wrong_checksum_is_told_with_the_right_one()
    {
        TrafficEntry entry = Write("00D24522030000000A");

        entry.Direction.ShouldBe("in");
        entry.Operation.ShouldBe("Write Request");
        entry.Attribute.ShouldBe("SCP Control Point");
        entry.Problems.ShouldBe(["CRC8 0A, expected 61"]);
        entry.Fields[^1].Meaning.ShouldBe("wrong, expected 61");
    }

    [Fact]
    public void A_right_request_is_explained_and_has_no_problem()
    {
        TrafficEntry entry = Write("00C00100" + "15");

        entry.Problems.ShouldBeEmpty();
        entry.Summary.ShouldNotBeEmpty();
        entry.Hex.ShouldBe("00 C0 01 00 15");
    }

    [Fact]
    public void Fragments_are_explained_when_the_last_has_come()
    {
        byte[] message = Convert.FromHexString("C94F0405" + new string('0', 46) + "00");
        var decoder = new TrafficDecoder();
        ushort handle = ScpHandle();

        TrafficEntry first = Decode(decoder, [0x12, (byte)handle, (byte)(handle >> 8), 0x01, .. message[..19]]);
        TrafficEntry second = Decode(decoder, [0x12, (byte)handle, (byte)(handle >> 8), 0x00, .. message[19..]]);

        first.Summary.ShouldBe("fragment, 1 more to come");
        first.Fields.ShouldBeEmpty();
        second.Fields.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("01060002160D160DD000064001", "Session 335.0 °C (set point 335.0), 03:28 and 6 puffs left, charge 64 %, 1 uses left")]
    [InlineData("02060002160D160DD000064001", "no status of a known version")]
    [InlineData("01", "no status of a known version")]
    public void A_status_is_told_in_words(string value, string summary)
    {
        ushort handle = holder.Peripheral.Table.FindCharacteristic(Uuid.Parse(GattUuids.HolderStatus))!.ValueHandle;
        log.Sent([0x1B, (byte)handle, (byte)(handle >> 8), .. Convert.FromHexString(value)]);

        new TrafficDecoder().Decode(log.Events.Items.Last()).Summary.ShouldBe(summary);
    }

    [Fact]
    public void A_response_is_about_what_was_asked()
    {
        ushort handle = holder.Peripheral.Table.FindCharacteristic(Uuid.FromShort(GattUuids.SerialNumber))!.ValueHandle;
        log.Received([0x0A, (byte)handle, (byte)(handle >> 8)]);
        log.Sent([0x0B, .. "SYJH6"u8]);

        TrafficEntry response = new TrafficDecoder().Decode(log.Events.Items.Last());

        response.Operation.ShouldBe("Read Response");
        response.Attribute.ShouldBe("Serial Number");
        response.Summary.ShouldBe("\"SYJH6\"");
    }

    [Fact]
    public void The_link_and_what_cannot_be_read_are_told_too()
    {
        log.Connected();
        log.Received([]);
        log.Received([0xFF, 0x01]);
        log.Sent([0x01, 0x0A, 0x07, 0x00, 0x02]);
        log.Disconnected(byPeripheral: true);
        var decoder = new TrafficDecoder();

        List<TrafficEntry> entries = [.. log.Events.Items.Select(decoder.Decode)];

        entries[0].Operation.ShouldBe("a client connected");
        entries[2].Operation.ShouldBe("opcode FF");
        entries[3].Summary.ShouldContain("Read Not Permitted");
        entries[4].Operation.ShouldBe("the holder ended the link");
    }

    private TrafficEntry Write(string hex)
    {
        ushort handle = ScpHandle();
        return Decode(new TrafficDecoder(), [0x12, (byte)handle, (byte)(handle >> 8), .. Convert.FromHexString(hex)]);
    }

    private TrafficEntry Decode(TrafficDecoder decoder, byte[] pdu)
    {
        log.Received(pdu);
        return decoder.Decode(log.Events.Items.Last());
    }

    private ushort ScpHandle() => holder.Peripheral.Table.FindCharacteristic(Uuid.Parse(GattUuids.ScpControlPoint))!.ValueHandle;
}
