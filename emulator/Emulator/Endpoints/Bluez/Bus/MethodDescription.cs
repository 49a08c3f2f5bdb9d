namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>A method with what it takes and gives.</summary>
internal sealed record MethodDescription(string Name, ArgumentDescription[] In, ArgumentDescription[] Out)
{
    /// <summary>A method that takes and gives nothing.</summary>
    public MethodDescription(string name)
        : this(name, [], [])
    {
    }

    /// <summary>Signature of a call.</summary>
    public string InSignature { get; } = string.Concat(In.Select(argument => argument.Type));
}
