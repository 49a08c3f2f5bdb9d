namespace IqosDevice.DeviceSemantics;

/// <summary>An assembly that calculates as on the device, and how much of it had to be rewritten for that.</summary>
public sealed record RewrittenAssembly
{
    /// <summary>The assembly, without debugging information.</summary>
    public required byte[] Image { get; init; }

    /// <summary>Floating-point comparisons and conditional branches.</summary>
    public required int Comparisons { get; init; }

    /// <summary>Floating-point divisions and remainders.</summary>
    public required int Divisions { get; init; }

    /// <summary>Casts from floating point to an integer.</summary>
    public required int Casts { get; init; }

    /// <summary>Calls of System.Math.Clamp with floating point.</summary>
    public required int Clamps { get; init; }
}
