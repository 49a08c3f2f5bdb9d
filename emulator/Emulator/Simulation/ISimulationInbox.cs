namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// The way into the simulation from outside: sockets, consoles and web pages post work, which runs one piece at a time.
/// </summary>
public interface ISimulationInbox
{
    /// <summary>
    /// Has work run inside the simulation, at the virtual time at which it is taken: before this returns, or soon, where
    /// somebody is inside. Thread-safe.
    /// </summary>
    void Post(Action work);
}
