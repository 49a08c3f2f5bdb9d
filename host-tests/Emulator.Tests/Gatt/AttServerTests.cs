using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttServerTests
{
    private readonly SmallHolder holder = new();

    [Theory]
    [InlineData("22 00", "0122000006")]
    [InlineData("14", "0114000006")]
    [InlineData("3E 01", "013E000006")]
    [InlineData("00", "0100000006")]
    public void An_unknown_request_is_not_supported(string request, string response) =>
        holder.Ask(request).ShouldBe(response);

    [Theory]
    [InlineData("01 0A 03 00 01")]
    [InlineData("0B 00")]
    [InlineData("13")]
    [InlineData("1B 03 00 01")]
    [InlineData("1D 03 00 01")]
    [InlineData("23 03 00 01 00 01")]
    [InlineData("")]
    public void What_only_servers_send_and_nothing_at_all_is_ignored(string pdu)
    {
        holder.Send(pdu);

        holder.Bearer.Sent.ShouldBeEmpty();
        holder.Answers("0A 05 00", "0B 53 4E");
    }

    [Fact]
    public void A_request_longer_than_the_MTU_is_an_invalid_PDU()
    {
        holder.Answers("12 0B 00 " + new string('0', 40), "13");
        holder.Answers("12 0B 00 " + new string('0', 42), "01 12 00 00 04");
    }

    [Fact]
    public void Requests_wait_for_the_answer_to_the_one_before()
    {
        holder.Battery.AnswersLater = true;
        holder.Send("0A 08 00");
        holder.Send("0A 05 00");
        holder.Send("12 09 00 01 00");
        holder.Bearer.Sent.ShouldBeEmpty();

        holder.Battery.Pending.Dequeue()();

        holder.Bearer.Sent.ShouldBe(["0B0F003819B40E64", "0B534E", "13"]);
    }

    [Fact]
    public void A_client_that_sends_too_many_requests_without_waiting_loses_the_link()
    {
        holder.Battery.AnswersLater = true;
        for (int i = 0; i <= AttServer.MostWaitingRequests; i++)
        {
            holder.Send("0A 08 00");
        }

        holder.Bearer.CloseReason.ShouldBeNull();
        holder.Send("0A 08 00");

        holder.Bearer.CloseReason.ShouldNotBeNull().ShouldContain("without waiting");
        holder.Peripheral.IsAdvertising.ShouldBeTrue();
    }

    [Fact]
    public void Notifications_go_out_while_an_answer_is_awaited()
    {
        holder.Ask("12 09 00 01 00");
        holder.ControlPoint.AnswersLater = true;
        holder.Send("12 0B 00 01");

        holder.Peripheral.Notify(0x0008, [7]).ShouldBeTrue();
        holder.ControlPoint.Pending.Dequeue()();

        holder.Bearer.Sent.ShouldBe(["1B080007", "13"]);
    }

    [Fact]
    public void An_answer_that_comes_after_the_client_left_is_dropped()
    {
        holder.Battery.AnswersLater = true;
        holder.Send("0A 08 00");
        holder.Server.Closed("gone");
        var bearer = new RecordingBearer();
        AttServer next = holder.Peripheral.TryConnect(bearer)!;

        holder.Battery.Pending.Dequeue()();
        next.Receive([0x0A, 0x05, 0x00]);

        holder.Bearer.Sent.ShouldBeEmpty();
        bearer.Sent.ShouldBe(["0B534E"]);
    }

    [Fact]
    public void A_second_answer_to_one_question_does_nothing()
    {
        holder.Battery.AnswersLater = true;
        holder.Send("0A 08 00");
        Action answer = holder.Battery.Pending.Dequeue();
        answer();
        holder.Send("0A 08 00");

        answer();

        holder.Bearer.Sent.Count.ShouldBe(1, "the second read still waits for its own answer");
        holder.Battery.Pending.Dequeue()();
        holder.Bearer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public void Nothing_is_answered_after_the_link_has_ended()
    {
        holder.Peripheral.Disconnect("test");

        holder.Send("0A 05 00");

        holder.Bearer.Sent.ShouldBeEmpty();
    }
}
