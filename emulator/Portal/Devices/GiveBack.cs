using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Devices;

/// <summary>Usage videos, and giving a device back after having watched them.</summary>
public sealed class GiveBack(PortalDb db, PortalClock clock, Registry registry, SupportContent support, Post post, Audit audit)
{
    /// <summary>Notes that a video was watched to its end.</summary>
    public Task<Outcome> WatchAsync(Guid customerId, string code, string? videoId) => db.WriteAsync(async () =>
    {
        if (await FindOwnAsync(customerId, code) is not { } device)
        {
            return Outcome.Refuse("not-your-device", "code");
        }

        if (!VideosOf(device).Contains(videoId, StringComparer.Ordinal))
        {
            return Outcome.Refuse("not-found", "video");
        }

        if (await db.WatchedVideos.FindAsync(customerId, code, videoId) is null)
        {
            db.WatchedVideos.Add(new WatchedVideo { CustomerId = customerId, DeviceCode = code, VideoId = videoId!, At = clock.GetUtcNow() });
        }

        return Outcome.Done;
    });

    public Task<Outcome> GiveBackAsync(Guid customerId, string code) => db.WriteAsync(async () =>
    {
        if (await registry.FindOwnAsync(customerId, code) is not { } own || await FindOwnAsync(customerId, code) is not { } device)
        {
            return audit.Note(Outcome.Refuse("not-your-device", "code"), customerId, "device.give-back");
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (GiveBackRules.Refuse(VideosOf(device), await WatchedAsync(customerId, code), now) is { } refusal)
        {
            return audit.Note(Outcome.Refuse(refusal), customerId, "device.give-back", code);
        }

        await registry.EndAsync(own, OwnershipEnd.GivenBack);
        device.Blocked = BlockReason.GivenBack;
        db.RetainedRecords.Add(RetainedRecord.Create("give-back", code, now));
        post.Email(await db.Customers.SingleAsync(customer => customer.Id == customerId), Letters.GivenBack(code));
        return audit.Note(Outcome.Done, customerId, "device.give-back", code);
    });

    /// <summary>The videos of an own device; null where it is not the customer's. Who has registered no device sees none.</summary>
    public async Task<IReadOnlyList<UsageVideo>?> ListAsync(Guid customerId, string code)
    {
        if (await FindOwnAsync(customerId, code) is not { } device)
        {
            return null;
        }

        IReadOnlyDictionary<string, DateTimeOffset> watched = await WatchedAsync(customerId, code);
        return [.. support.VideosFor(device.Model).Select(video => new UsageVideo(
            video.Id, video.Title, video.Text, watched.TryGetValue(video.Id, out DateTimeOffset at) ? at : null))];
    }

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> WatchedAsync(Guid customerId, string code) => await db.WatchedVideos
        .Where(video => video.CustomerId == customerId && video.DeviceCode == code).ToDictionaryAsync(video => video.VideoId, video => video.At);

    private IReadOnlyList<string> VideosOf(Device device) => [.. support.VideosFor(device.Model).Select(video => video.Id)];

    private async Task<Device?> FindOwnAsync(Guid customerId, string code) =>
        await registry.FindOwnAsync(customerId, code) is null ? null : await db.Devices.FindAsync(code);
}
