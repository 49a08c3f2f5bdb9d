using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttReadTests
{
    private readonly SmallHolder holder = new();

    [Fact]
    public void Read_gives_the_owners_value() => holder.Answers("0A 08 00", "0B 0F 00 38 19 B4 0E 64");

    [Fact]
    public void Read_gives_declarations_and_descriptors()
    {
        holder.Answers("0A 01 00", "0B 0A 18");
        holder.Answers("0A 02 00", "0B 02 03 00 24 2A");
        holder.Answers("0A 09 00", "0B 00 00");
    }

    [Fact]
    public void Read_cuts_a_value_to_MTU_less_one_and_Read_Blob_gives_the_rest()
    {
        string first = holder.Ask("0A 03 00");
        string second = holder.Ask("0C 03 00 16 00");
        string end = holder.Ask("0C 03 00 28 00");

        first.Length.ShouldBe(2 * 23);
        (first[2..] + second[2..]).ShouldBe(Convert.ToHexString(holder.Model.Value));
        end.ShouldBe("0D", "at the end of the value there is an empty part");
    }

    [Fact]
    public void Read_Blob_gives_the_rest_of_a_long_descriptor()
    {
        string text = holder.Ask("0A 10 00")[2..] + holder.Ask("0C 10 00 16 00")[2..];

        Convert.FromHexString(text).ShouldBe(System.Text.Encoding.ASCII.GetBytes(SmallHolder.Description));
    }

    [Theory]
    [InlineData("0A 00 00", "01 0A 00 00 01", "handle 0")]
    [InlineData("0A 11 00", "01 0A 11 00 01", "behind the last handle")]
    [InlineData("0A 0B 00", "01 0A 0B 00 02", "a control point may only be written")]
    [InlineData("0A 03", "01 0A 00 00 04", "too short")]
    [InlineData("0A 03 00 00", "01 0A 00 00 04", "too long")]
    [InlineData("0C 03 00 29 00", "01 0C 03 00 07", "behind the end of the value")]
    [InlineData("0C 11 00 00 00", "01 0C 11 00 01", "no such handle")]
    [InlineData("0C 0B 00 00 00", "01 0C 0B 00 02", "not readable")]
    [InlineData("0C 02 00 00 00", "01 0C 02 00 0B", "a declaration is never long")]
    [InlineData("0C 09 00 02 00", "01 0C 09 00 0B", "a CCCD is never long")]
    [InlineData("0C 03 00 00", "01 0C 00 00 04", "too short")]
    public void Reads_are_refused(string request, string response, string why) =>
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);

    [Theory]
    [InlineData(0x05)]
    [InlineData(0x0E)]
    [InlineData(0x42)]
    [InlineData(0x80)]
    [InlineData(0xFD)]
    public void The_owners_error_goes_to_the_client_as_it_is(byte error)
    {
        holder.Battery.Answer = new AttErrorCode(error);

        holder.Answers("0A 08 00", $"01 0A 08 00 {error:X2}");
    }

    [Fact]
    public void Read_Multiple_joins_values_and_cuts_the_whole_to_the_MTU()
    {
        holder.Answers("0E 05 00 08 00", "0F 53 4E 0F 00 38 19 B4 0E 64");
        holder.Ask("0E 03 00 05 00").Length.ShouldBe(2 * 23);
    }

    [Fact]
    public void Read_Multiple_Variable_tells_each_length_and_the_whole_length_of_a_cut_value()
    {
        holder.Answers("20 05 00 08 00", "21 02 00 53 4E 07 00 0F 00 38 19 B4 0E 64");
        string cut = holder.Ask("20 05 00 03 00");
        cut.ShouldStartWith("21" + "0200534E" + "2800" + "4041");
        cut.Length.ShouldBe(2 * 23);
    }

    [Theory]
    [InlineData("0E 05 00 11 00", "01 0E 11 00 01", "the handle that fails is named")]
    [InlineData("0E 0B 00 05 00", "01 0E 0B 00 02", "not readable")]
    [InlineData("0E 05 00", "01 0E 00 00 04", "one handle is not several")]
    [InlineData("0E 05 00 08", "01 0E 00 00 04", "half a handle")]
    [InlineData("20 05 00 11 00", "01 20 11 00 01", "the handle that fails is named")]
    [InlineData("20 05 00", "01 20 00 00 04", "one handle is not several")]
    public void Reads_of_several_are_refused(string request, string response, string why) =>
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);

    [Fact]
    public void Several_values_may_be_answered_later_one_by_one()
    {
        holder.Serial.AnswersLater = true;
        holder.Send("0E 05 00 05 00");
        holder.Serial.Pending.Dequeue()();
        holder.Bearer.Sent.ShouldBeEmpty();

        holder.Serial.Pending.Dequeue()();

        holder.Bearer.Sent.ShouldBe(["0F534E534E"]);
    }

    [Fact]
    public void A_value_longer_than_512_bytes_ends_there()
    {
        holder.Model.Value = new byte[600];

        holder.Answers("0C 03 00 00 02", "0D");
        holder.Answers("0C 03 00 01 02", "01 0C 03 00 07");
    }

    [Fact]
    public void Reading_a_value_allocates_nothing_in_the_server()
    {
        var owner = new PreparedOwner(new byte[20]);
        var table = new AttributeTable();
        table.AddService(Uuid.Parse("180f"));
        table.AddCharacteristic(Uuid.Parse("2a19"), CharacteristicProperties.Read, owner);
        AttServer server = new GattPeripheral("IQOS", Uuid.Parse("180f"), table).TryConnect(new SilentBearer())!;
        byte[] request = [0x0A, 0x03, 0x00];
        server.Receive(request);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            server.Receive(request);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        owner.ReadCount.ShouldBe(1001);
    }

    private sealed class PreparedOwner(byte[] value) : ICharacteristicHandler
    {
        public int ReadCount { get; private set; }

        public void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete)
        {
            ReadCount++;
            complete(AttErrorCode.Success, value);
        }

        public void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete) => complete(AttErrorCode.Success);

        public void SubscriptionChanged(bool subscribed)
        {
        }
    }

    private sealed class SilentBearer : IAttBearer
    {
        public string Peer => "silent";

        public void Send(ReadOnlySpan<byte> pdu)
        {
        }

        public void Close(string reason)
        {
        }
    }
}
