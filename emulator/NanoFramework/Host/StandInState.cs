namespace IqosDevice.NanoFramework.Host;

/// <summary>One board's share of what nanoFramework keeps in static fields.</summary>
public sealed class StandInState
{
}
