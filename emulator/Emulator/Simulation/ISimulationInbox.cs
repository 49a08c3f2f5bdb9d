namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// The way into the simulation from outside: sockets, consoles and web pages post, the simulation's thread runs.
/// </summary>
public interface ISimulationInbox
{
    /// <summary>Queues work for the simulation's thread; it runs at the virtual time at which it is taken. Thread-safe.</summary>
    void Post(Action work);
}
