namespace IqosDevice.Portal.Diagnosis;

/// <summary>What an app read from a holder, byte for byte, in hexadecimal.</summary>
public sealed record DiagnosisUpload
{
    /// <summary>Code of the device, as it answered on register 03.</summary>
    public string? Code { get; init; }

    /// <summary>Values of the Event log characteristic, 10 bytes each, in the order in which they came.</summary>
    public IReadOnlyList<string?>? EventLog { get; init; }

    /// <summary>Payload of the battery gauge register 21, 14 bytes.</summary>
    public string? Gauge { get; init; }

    /// <summary>Value of the Holder status characteristic, 13 bytes; may be missing.</summary>
    public string? Status { get; init; }
}
