namespace IqosDevice.Client;

/// <summary>How a client talks to a holder.</summary>
public sealed record HolderClientOptions
{
    /// <summary>ATT MTU to ask for, 23..517.</summary>
    public int Mtu { get; init; } = 247;

    /// <summary>How long an ATT request waits; the Core specification allows 30 s.</summary>
    public TimeSpan AttTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an SCP request waits for its reply. A holder that refuses a request stays silent.</summary>
    public TimeSpan ScpTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
