using IqosDevice.Portal.Devices;

namespace IqosDevice.Portal;

/// <summary>How a portal is set up.</summary>
public sealed record PortalOptions
{
    /// <summary>Where it is served: host and port; port 0 takes a free one. Loopback only.</summary>
    public string Address { get; init; } = "127.0.0.1:5090";

    /// <summary>File of the database; made where it is not there.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Folder of keys and of the clerk's password, which must not be in the database. Default: beside it.</summary>
    public string? SecretsPath { get; init; }

    /// <summary>Devices that were made. Those that the database has already are left as they are.</summary>
    public IReadOnlyList<ManufacturedDevice> Manufactured { get; init; } = [];

    /// <summary>Iterations of PBKDF2-HMAC-SHA512 for one password (OWASP Password Storage: 210,000).</summary>
    public int PasswordIterations { get; init; } = 210_000;

    /// <summary>Requests a minute that one address may make.</summary>
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>Requests a minute that one address may make to sign in, register or recover.</summary>
    public int SignInRequestsPerMinute { get; init; } = 600;

    /// <summary>The outbox, the clock and the factory can be reached: what a test needs, and nobody else.</summary>
    public bool Lab { get; init; } = true;
}
