using System.Text.Json;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>
/// A line of a recording: what came from outside at a virtual time, or what was seen then, for comparison. One of the
/// properties besides the time is set.
/// </summary>
internal sealed record RunRecord
{
    /// <summary>Virtual time, µs since the start.</summary>
    public long Us { get; init; }

    /// <summary>A client connected: who.</summary>
    public string? Connect { get; init; }

    /// <summary>The client sent an ATT PDU, in hex.</summary>
    public string? In { get; init; }

    /// <summary>The client left: why.</summary>
    public string? Leave { get; init; }

    /// <summary>An act: a verb of the control channel, with its parameters in <see cref="With"/>.</summary>
    public string? Verb { get; init; }

    /// <summary>Parameters of the verb.</summary>
    public JsonElement? With { get; init; }

    /// <summary>Seen: the holder sent an ATT PDU, in hex.</summary>
    public string? Out { get; init; }

    /// <summary>Seen: the holder, once a virtual second.</summary>
    public RunState? State { get; init; }

    /// <summary>Seen: hash of the whole trace at the end.</summary>
    public string? End { get; init; }

    /// <summary>It came from outside, and is done again in a replay.</summary>
    internal bool IsInput => (Connect ?? In ?? Leave ?? Verb) is not null;
}
