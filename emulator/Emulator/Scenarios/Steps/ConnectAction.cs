using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>A client connects and exchanges the MTU, or is refused as it should be.</summary>
internal sealed class ConnectAction(string client, int mtu, bool refused) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => true;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        world.BeginAct($"{client} connects");
        bool connected = world.Client(client).TryConnect(mtu);
        if (connected == refused)
        {
            throw new ScenarioFailureException(refused
                ? $"{client} could connect; expected that the holder does not advertise"
                : $"{client} cannot connect: the holder does not advertise");
        }
    }
}
