namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>An object of a service: a path, and interfaces there.</summary>
/// <param name="Path">E.g. <c>/org/bluez/hci0</c>.</param>
/// <param name="Interfaces">All but the standard ones, which every object has.</param>
internal sealed record BusObject(string Path, params BusInterface[] Interfaces)
{
    /// <summary>The only process that sees it; null where everybody does.</summary>
    public BusProcess? Audience { get; init; }

    public bool IsVisibleTo(BusConnection viewer) => Audience is null || Audience == viewer.Process;

    public BusInterface? Find(string name)
    {
        foreach (BusInterface candidate in Interfaces)
        {
            if (candidate.Description.Name == name)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>For a call that names no interface: the first that has the method.</summary>
    public BusInterface? FindByMethod(string member) =>
        Array.Find(Interfaces, candidate => candidate.Description.FindMethod(member) is not null);
}
