using System.Text.Json.Serialization;

namespace IqosDevice.Cli.Decoding;

/// <summary>What is known of one frame.</summary>
public sealed record FrameExplanation
{
    /// <summary>Id in the file or place on the command line.</summary>
    public required string Label { get; init; }

    public required string Hex { get; init; }

    /// <summary>"scp" or "battery".</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the command and what the frame does with it, e.g. "lock: read, request".</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<FrameField> Fields { get; init; }

    /// <summary>What is wrong with it, empty for a right frame.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What the file says about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    public bool Correct => Problems.Count == 0;
}
