namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>One argument; written as <c>"a{sv} options"</c>.</summary>
/// <param name="Type">One complete type.</param>
/// <param name="Name">For people.</param>
internal readonly record struct ArgumentDescription(string Type, string Name)
{
    public static implicit operator ArgumentDescription(string typeAndName)
    {
        string[] parts = typeAndName.Split(' ');
        return new ArgumentDescription(parts[0], parts[1]);
    }
}
