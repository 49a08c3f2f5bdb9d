using IqosDevice.Firmware.Core.Link;

namespace IqosDevice.Firmware.Tests.Link;

public class MailboxTests
{
    private readonly Mailbox mailbox = new(4);
    private readonly byte[] content = new byte[4];

    [Fact]
    public void Gives_messages_back_in_order_and_as_they_were_when_posted()
    {
        byte[] value = [1, 2, 3];
        mailbox.PostWrite(value, 3).ShouldBeTrue();
        value[0] = 99;
        mailbox.PostEventLogRequest(0x1234).ShouldBeTrue();
        mailbox.Take(content, out int length).ShouldBe(MailKind.ScpWrite);
        (length, content[0], content[2]).ShouldBe((3, (byte)1, (byte)3));
        mailbox.Take(content, out int sequence).ShouldBe(MailKind.EventLogRequest);
        sequence.ShouldBe(0x1234);
        mailbox.Take(content, out _).ShouldBe(MailKind.None);
    }

    [Fact]
    public void A_full_mailbox_drops_counts_and_keeps_what_it_has()
    {
        for (int i = 0; i < Mailbox.CapacityCount; i++)
        {
            mailbox.PostWrite([(byte)i], 1).ShouldBeTrue();
        }

        mailbox.PostWrite([99], 1).ShouldBeFalse();
        mailbox.PostEventLogRequest(0).ShouldBeFalse();
        mailbox.TakeDropped().ShouldBe(2);
        mailbox.TakeDropped().ShouldBe(0);
        for (int i = 0; i < Mailbox.CapacityCount; i++)
        {
            mailbox.Take(content, out _).ShouldBe(MailKind.ScpWrite);
            content[0].ShouldBe((byte)i);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_length_that_does_not_fit_is_dropped(int length)
    {
        mailbox.PostWrite(new byte[3], length).ShouldBeFalse();
        mailbox.PostWrite(new byte[9], 9).ShouldBeFalse();
        mailbox.TakeDropped().ShouldBe(2);
    }

    [Fact]
    public void The_ring_goes_round()
    {
        for (int i = 0; i < 50; i++)
        {
            mailbox.PostEventLogRequest(i).ShouldBeTrue();
            mailbox.PostEventLogRequest(-i).ShouldBeTrue();
            mailbox.Take(content, out int first);
            mailbox.Take(content, out int second);
            (first, second).ShouldBe((i, -i));
        }
    }

    [Fact]
    public void A_link_change_voids_what_the_last_client_wrote()
    {
        mailbox.PostWrite([1], 1);
        mailbox.PostLinkChange();
        mailbox.Take(content, out _).ShouldBe(MailKind.None);
        mailbox.TakeLinkChange().ShouldBeTrue();
        mailbox.TakeLinkChange().ShouldBeFalse();
    }
}
