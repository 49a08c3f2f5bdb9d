using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Devices;

/// <summary>A usage video, as the owner of a registered device sees it.</summary>
/// <param name="Id">By which it is reported as watched.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What it shows.</param>
/// <param name="WatchedAt">When it was watched to its end first; null while it was not.</param>
public sealed record UsageVideo(string Id, Wording Title, Wording Text, DateTimeOffset? WatchedAt);
