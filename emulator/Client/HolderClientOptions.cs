namespace IqosDevice.Client;

/// <summary>How a client talks to a holder.</summary>
public sealed record HolderClientOptions
{
    internal const int LowestMtu = 23;
    private const int HighestMtu = 517;

    /// <summary>ATT MTU to ask for, 23..517.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public int Mtu
    {
        get;
        init => field = value is >= LowestMtu and <= HighestMtu
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"An MTU is {LowestMtu} to {HighestMtu}.");
    } = 247;

    /// <summary>How long an ATT request waits; the Core specification allows 30 s.</summary>
    public TimeSpan AttTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an SCP request waits for its reply, and a listing of the event log for its next entry. A holder that refuses a request stays silent.</summary>
    public TimeSpan ScpTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whose time the time-outs count: the machine's, or a test's own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
