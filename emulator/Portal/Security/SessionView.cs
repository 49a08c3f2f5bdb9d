using IqosDevice.Portal.Accounts;

namespace IqosDevice.Portal.Security;

/// <summary>A session as the customer sees it.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="Client">Browser or app.</param>
/// <param name="Device">What it calls itself.</param>
/// <param name="SignedInAt">When it began.</param>
/// <param name="LastSeenAt">Last request, to the minute.</param>
/// <param name="Current">The one that asks.</param>
public sealed record SessionView(Guid Id, ClientKind Client, string Device, DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt, bool Current);
