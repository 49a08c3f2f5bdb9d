namespace IqosDevice.Benchmarks.Native.State;

/// <summary>What a tick works on: the object that steps, what it is told, what it answers.</summary>
/// <param name="Loop">Owner of the method that is one tick.</param>
/// <param name="Inputs">Its second argument; filled before every tick.</param>
/// <param name="Outputs">Its third argument.</param>
internal sealed record TickObjects(object Loop, object Inputs, object Outputs);
