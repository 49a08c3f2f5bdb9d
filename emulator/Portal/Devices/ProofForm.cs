using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Devices;

/// <summary>What is filled in beside the file of a proof of purchase.</summary>
public sealed record ProofForm
{
    /// <summary>Device code, where it can be read.</summary>
    public string? Code { get; init; }

    /// <summary>As <c>YYYY-MM-DD</c>.</summary>
    public string? BoughtOn { get; init; }

    /// <summary>Country, ISO 3166-1 alpha-2.</summary>
    public string? BoughtIn { get; init; }

    /// <summary>The declaration that the customer uses the device.</summary>
    public bool OwnUse { get; init; }

    public static ProofForm Read(IFormCollection form) => new()
    {
        Code = form["code"],
        BoughtOn = form["boughtOn"],
        BoughtIn = form["boughtIn"],
        OwnUse = form["ownUse"] == "true",
    };
}
