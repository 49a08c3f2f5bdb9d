namespace IqosDevice.Emulator.Holder.Control;

/// <summary>Something a client may ask for: a name, parameters, and what is done.</summary>
/// <param name="Name">Name in a request.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Parameters">What it needs.</param>
/// <param name="Run">Does it and returns the result, an object that becomes JSON.</param>
public sealed record ControlVerb(
    string Name,
    string Summary,
    IReadOnlyList<ControlParameter> Parameters,
    Func<ControlSession, ControlArguments, object> Run);
