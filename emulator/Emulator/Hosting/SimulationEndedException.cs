namespace IqosDevice.Emulator.Hosting;

/// <summary>The simulation has ended, and with it everything that could have been asked of it.</summary>
public sealed class SimulationEndedException : Exception
{
    public SimulationEndedException()
        : base("The holder's run has ended.")
    {
    }
}
