using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttWriteTests
{
    private readonly SmallHolder holder = new();

    [Fact]
    public void Write_gives_the_value_to_its_owner_and_answers_when_the_owner_does()
    {
        holder.ControlPoint.AnswersLater = true;
        holder.Send("12 0B 00 00 C0 00 00 00");
        holder.Bearer.Sent.ShouldBeEmpty();

        holder.ControlPoint.Pending.Dequeue()();

        holder.Bearer.Sent.ShouldBe(["13"]);
        holder.ControlPoint.Written.ShouldHaveSingleItem().ShouldBe(new byte[] { 0x00, 0xC0, 0x00, 0x00, 0x00 });
    }

    [Fact]
    public void Write_Command_is_never_answered_whatever_comes_of_it()
    {
        holder.Send("52 0B 00 AA");
        holder.ControlPoint.Answer = AttErrorCode.UnlikelyError;
        holder.Send("52 0B 00 BB");
        holder.Send("52 08 00 CC");
        holder.Send("52 11 00 DD");
        holder.Send("52 0B");
        holder.Send("D2 0B 00 EE");
        holder.Send("7F 0B 00");

        holder.Bearer.Sent.ShouldBeEmpty();
        holder.ControlPoint.Written.Select(Convert.ToHexString).ShouldBe(["AA", "BB"]);
    }

    [Theory]
    [InlineData("12 11 00 01", "01 12 11 00 01", "no such handle")]
    [InlineData("12 08 00 01", "01 12 08 00 03", "not writable")]
    [InlineData("12 02 00 01", "01 12 02 00 03", "a declaration")]
    [InlineData("12 10 00 01", "01 12 10 00 03", "a fixed descriptor")]
    [InlineData("12 0B", "01 12 00 00 04", "too short")]
    [InlineData("12 09 00 01", "01 12 09 00 0D", "half a CCCD")]
    [InlineData("12 09 00 01 00 00", "01 12 09 00 0D", "more than a CCCD")]
    [InlineData("12 09 00 02 00", "01 12 09 00 06", "an indication that the characteristic does not offer")]
    [InlineData("12 09 00 01 80", "01 12 09 00 06", "a bit that nobody has defined")]
    [InlineData("16 11 00 00 00 01", "01 16 11 00 01", "no such handle")]
    [InlineData("16 08 00 00 00 01", "01 16 08 00 03", "not writable")]
    [InlineData("16 0B 00 00", "01 16 00 00 04", "too short")]
    [InlineData("18", "01 18 00 00 04", "too short")]
    [InlineData("18 02", "01 18 00 00 04", "neither write nor cancel")]
    public void Writes_are_refused(string request, string response, string why)
    {
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);
        holder.ControlPoint.Written.ShouldBeEmpty();
    }

    [Fact]
    public void The_owners_error_goes_to_the_client()
    {
        holder.ControlPoint.Answer = AttErrorCode.InvalidAttributeValueLength;

        holder.Answers("12 0B 00 AA", "01 12 0B 00 0D");
    }

    [Fact]
    public void Prepared_parts_reach_the_owner_as_one_value()
    {
        holder.Answers("16 0B 00 00 00 01 02 03", "17 0B 00 00 00 01 02 03");
        holder.Answers("16 0B 00 03 00 04 05", "17 0B 00 03 00 04 05");
        holder.ControlPoint.Written.ShouldBeEmpty();

        holder.Answers("18 01", "19");

        holder.ControlPoint.Written.ShouldHaveSingleItem().ShouldBe(new byte[] { 1, 2, 3, 4, 5 });
        holder.Answers("18 01", "19");
        holder.ControlPoint.Written.Count.ShouldBe(1, "the queue is empty after it was executed");
    }

    [Fact]
    public void Prepared_parts_can_be_thrown_away()
    {
        holder.Ask("16 0B 00 00 00 01");
        holder.Answers("18 00", "19");
        holder.Answers("18 01", "19");

        holder.ControlPoint.Written.ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_between_prepared_parts_is_an_invalid_offset_and_writes_nothing()
    {
        holder.Ask("16 09 00 00 00 01 00");
        holder.Ask("16 0B 00 01 00 01");

        holder.Answers("18 01", "01 18 0B 00 07");

        holder.ControlPoint.Written.ShouldBeEmpty();
        holder.Battery.Subscriptions.ShouldBeEmpty();
        holder.Answers("18 01", "19");
    }

    [Fact]
    public void A_prepared_value_longer_than_512_bytes_is_refused()
    {
        holder.Ask("02 F7 00");
        foreach (int offset in new[] { 0, 200, 400 })
        {
            holder.Ask($"16 0B 00 {offset & 0xFF:X2} {offset >> 8:X2} {new string('0', 400)}");
        }

        holder.Answers("18 01", "01 18 0B 00 0D");
        holder.ControlPoint.Written.ShouldBeEmpty();
    }

    [Fact]
    public void The_owners_refusal_of_a_prepared_value_ends_the_execution()
    {
        holder.Ask("16 0B 00 00 00 01");
        holder.Ask("16 09 00 00 00 01 00");
        holder.ControlPoint.Answer = new AttErrorCode(0x80);

        holder.Answers("18 01", "01 18 0B 00 80");

        holder.Battery.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void The_queue_of_prepared_parts_is_bounded_in_parts()
    {
        for (int i = 0; i < 64; i++)
        {
            holder.Ask("16 0B 00 00 00 01").ShouldStartWith("17");
        }

        holder.Answers("16 0B 00 00 00 01", "01 16 0B 00 09");
        holder.Answers("18 00", "19");
        holder.Ask("16 0B 00 00 00 01").ShouldStartWith("17");
    }

    [Fact]
    public void The_queue_of_prepared_parts_is_bounded_in_bytes()
    {
        holder.Ask("02 F7 00");
        string part = "16 0B 00 00 00 " + new string('0', 480);
        for (int i = 0; i < 8; i++)
        {
            holder.Ask(part).ShouldStartWith("17");
        }

        holder.Answers(part, "01 16 0B 00 11");
    }

    [Fact]
    public void Prepared_parts_of_one_client_are_gone_with_it()
    {
        holder.Ask("16 0B 00 00 00 01");
        holder.Server.Closed("gone");
        var bearer = new RecordingBearer();
        AttServer next = holder.Peripheral.TryConnect(bearer)!;

        next.Receive([0x18, 0x01]);

        bearer.Sent.ShouldBe(["19"]);
        holder.ControlPoint.Written.ShouldBeEmpty();
    }
}
