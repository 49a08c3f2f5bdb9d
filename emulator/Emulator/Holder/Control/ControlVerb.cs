namespace IqosDevice.Emulator.Holder.Control;

/// <summary>
/// Something a client may ask for: a name, parameters, and what is done. Every door is made from it: the control
/// channel's request, the route and the OpenAPI operation of the HTTP API, and the dashboard's form.
/// </summary>
/// <param name="Name">Name in a request.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Parameters">What it needs.</param>
/// <param name="Run">Does it and returns the result, an object that becomes JSON.</param>
public sealed record ControlVerb(
    string Name,
    string Summary,
    IReadOnlyList<ControlParameter> Parameters,
    Func<ControlSession, ControlArguments, object> Run)
{
    /// <summary>What it does to the holder; decides how HTTP offers it.</summary>
    public ControlVerbKind Kind { get; init; } = ControlVerbKind.Act;
}
