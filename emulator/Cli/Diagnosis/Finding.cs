namespace IqosDevice.Cli.Diagnosis;

/// <summary>What <c>doctor</c> found about one thing.</summary>
internal sealed record Finding
{
    /// <summary>Name of the thing; scripts may look it up.</summary>
    public required string Name { get; init; }

    /// <summary>Nothing works without it; otherwise it only helps.</summary>
    public bool Needed { get; init; }

    public FindingStatus Status { get; init; }

    /// <summary>Version, path or address; what is wrong, where something is.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>What it is good for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The line that connects it to a run; null for what connects to none.</summary>
    public string? Use { get; init; }

    /// <summary>What to do about it; null where nothing is to be done.</summary>
    public string? Advice { get; init; }
}

/// <summary>Whether a thing is as it should be.</summary>
internal enum FindingStatus
{
    Ok,

    /// <summary>Not there, or of no use.</summary>
    Missing,

    /// <summary>There, and taken by somebody else.</summary>
    InUse,
}
