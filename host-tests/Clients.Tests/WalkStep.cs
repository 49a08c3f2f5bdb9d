using System.Text.Json;
using System.Text.Json.Serialization;

namespace IqosDevice.Clients.Tests;

/// <summary>A step of walk.json, the script that every client walks; docs/testing.md describes it.</summary>
internal sealed record WalkStep
{
    /// <summary>Name of its result; null where it has none.</summary>
    [JsonPropertyName("step")]
    public string? Name { get; init; }

    public required string Do { get; init; }

    public Guid Characteristic { get; init; }

    /// <summary>What "ask" writes, hexadecimal.</summary>
    public string Request { get; init; } = string.Empty;

    public static IReadOnlyList<WalkStep> ReadAll() =>
        JsonSerializer.Deserialize<WalkStep[]>(File.ReadAllText(InstalledClient.ScriptPath("walk.json")), JsonSerializerOptions.Web)!;
}
