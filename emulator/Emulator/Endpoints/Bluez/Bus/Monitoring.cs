using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>
/// Lets a client see what others say (D-Bus specification, "org.freedesktop.DBus.Monitoring"): for dbus-monitor and
/// <c>busctl monitor</c>.
/// </summary>
internal sealed class Monitoring : BusInterface
{
    public override InterfaceDescription Description { get; } = new("org.freedesktop.DBus.Monitoring")
    {
        Methods = [new("BecomeMonitor", ["as rules", "u flags"], [])],
    };

    public override void Call(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        var texts = (List<object>)ValueReader.Read(ref arguments, "as");
        if (arguments.ReadUInt32() != 0)
        {
            throw DBusError.InvalidArgs("A monitor has no flags.");
        }

        if (texts.Count > DBusLimits.MostMatchRules)
        {
            throw DBusError.LimitsExceeded($"A client has at most {DBusLimits.MostMatchRules} match rules.");
        }

        // None means everything.
        MatchRule[] rules = texts.Count == 0 ? [MatchRule.Parse(string.Empty)] : [.. texts.Cast<string>().Select(MatchRule.Parse)];
        call.Reply();
        call.Caller.BecomeMonitor(rules);
    }
}
