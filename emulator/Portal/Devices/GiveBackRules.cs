namespace IqosDevice.Portal.Devices;

/// <summary>The right to give a device back: 14 days from when the last of its usage videos was watched.</summary>
public static class GiveBackRules
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(14);

    /// <summary>What keeps a device from being given back.</summary>
    /// <param name="videos">Videos of the model.</param>
    /// <param name="watched">When each was watched first.</param>
    /// <param name="now">Now.</param>
    public static string? Refuse(IReadOnlyList<string> videos, IReadOnlyDictionary<string, DateTimeOffset> watched, DateTimeOffset now) =>
        WatchedAt(videos, watched) is not { } at ? "videos-first"
        : now >= at + Period ? "give-back-over"
        : null;

    /// <summary>When the last of the videos was watched; null while one is left.</summary>
    public static DateTimeOffset? WatchedAt(IReadOnlyList<string> videos, IReadOnlyDictionary<string, DateTimeOffset> watched) =>
        videos.All(watched.ContainsKey) && videos.Count > 0 ? videos.Max(video => watched[video]) : null;
}
