using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>
/// Keeps the agents that clients register (org.bluez.AgentManager1). Pairing is Just Works, begun by the client, so no
/// agent is ever asked anything.
/// </summary>
internal sealed class AgentManager1 : BusInterface
{
    private static readonly string[] Capabilities = [string.Empty, "DisplayOnly", "DisplayYesNo", "KeyboardOnly", "NoInputNoOutput", "KeyboardDisplay"];

    private readonly Dictionary<BusConnection, string> agents = [];

    public override InterfaceDescription Description { get; } = new("org.bluez.AgentManager1")
    {
        Methods =
        [
            new("RegisterAgent", ["o agent", "s capability"], []),
            new("UnregisterAgent", ["o agent"], []),
            new("RequestDefaultAgent", ["o agent"], []),
        ],
    };

    public override void Call(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        string agent = arguments.ReadObjectPath().Text;
        if (call.Member == "RegisterAgent")
        {
            Register(call.Caller, agent, arguments.ReadString());
        }
        else if (!agents.TryGetValue(call.Caller, out string? registered) || registered != agent)
        {
            throw BluezError.DoesNotExist();
        }
        else if (call.Member == "UnregisterAgent")
        {
            agents.Remove(call.Caller);
        }

        call.Reply();
    }

    public void ClientLeft(BusConnection client) => agents.Remove(client);

    private void Register(BusConnection client, string agent, string capability)
    {
        if (!Capabilities.Contains(capability, StringComparer.Ordinal))
        {
            throw BluezError.InvalidArguments();
        }

        if (!agents.TryAdd(client, agent))
        {
            throw BluezError.AlreadyExists();
        }
    }
}
