using IqosDevice.Portal.Outbox;

namespace IqosDevice.Portal.Lab;

/// <summary>A message of the outbox, for a test to read.</summary>
/// <param name="Id">Later messages have higher numbers.</param>
/// <param name="SentAt">When.</param>
/// <param name="Channel">E-mail or text message.</param>
/// <param name="To">E-mail address or mobile number.</param>
/// <param name="Topic">What it is about, e.g. <c>sign-in-code</c>.</param>
/// <param name="Subject">Subject of an e-mail.</param>
/// <param name="Body">Text.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Link">The link in it, relative to the portal.</param>
public sealed record SentMessage(
    long Id, DateTimeOffset SentAt, Channel Channel, string To, string Topic, string Subject, string Body, string? Code, string? Link)
{
    public static SentMessage Of(OutboxMessage message) => new(
        message.Id, message.SentAt, message.Channel, message.To, message.Topic, message.Subject, message.Body, message.Code, message.Link);
}
