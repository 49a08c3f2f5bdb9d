using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Outbox;

/// <summary>
/// Puts messages into the outbox, within the change that they tell about: a message is there exactly if what it says is so.
/// </summary>
public sealed class Post(PortalDb db, PortalClock clock)
{
    /// <summary>A goodbye outlives its account by this, then it is deleted too.</summary>
    public static readonly TimeSpan GoodbyeLifetime = TimeSpan.FromHours(24);

    public void Email(Customer customer, Letter letter) => Email(customer, customer.Email, letter);

    /// <summary>To an address that is not, or not yet, the customer's.</summary>
    public void Email(Customer customer, string address, Letter letter) =>
        db.OutboxMessages.Add(Create(Channel.Email, address, letter, customer.Language, customer.Id));

    public void Text(Customer customer, Letter letter) =>
        db.OutboxMessages.Add(Create(Channel.Mobile, customer.Mobile, letter, customer.Language, customer.Id));

    /// <summary>To somebody who is no customer any more.</summary>
    public void Goodbye(string address, Language language, Letter letter) =>
        db.OutboxMessages.Add(Create(Channel.Email, address, letter, language, customerId: null));

    /// <summary>Deletes everything that was ever sent to a customer.</summary>
    public Task ForgetAsync(Customer customer) =>
        db.OutboxMessages.Where(message => message.CustomerId == customer.Id).ExecuteDeleteAsync();

    /// <summary>Deletes the goodbyes that have been kept long enough.</summary>
    public Task<int> SweepAsync()
    {
        DateTimeOffset limit = clock.GetUtcNow() - GoodbyeLifetime;
        return db.OutboxMessages.Where(message => message.CustomerId == null && message.SentAt <= limit).ExecuteDeleteAsync();
    }

    private OutboxMessage Create(Channel channel, string to, Letter letter, Language language, Guid? customerId) => new()
    {
        SentAt = clock.GetUtcNow(),
        Channel = channel,
        To = to,
        Topic = letter.Topic,
        Subject = letter.Subject.In(language),
        Body = letter.Body.In(language),
        Code = letter.Code,
        Link = letter.Link,
        CustomerId = customerId,
    };
}
