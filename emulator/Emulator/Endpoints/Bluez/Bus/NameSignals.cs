using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>What the bus tells of names (D-Bus specification, "org.freedesktop.DBus.NameOwnerChanged" and its neighbours).</summary>
internal sealed class NameSignals
{
    private readonly MessageBus bus;
    private readonly BusService driver;

    public NameSignals(MessageBus bus, BusService driver)
    {
        this.bus = bus;
        this.driver = driver;
    }

    /// <summary>A name has another owner: everybody hears of it, and those whom it concerns in particular. Empty is nobody.</summary>
    public void Changed(string name, string oldOwner, string newOwner)
    {
        driver.Emit(BusDriver.Path, MessageBus.Name, "NameOwnerChanged", "sss", body =>
        {
            body.WriteString(name);
            body.WriteString(oldOwner);
            body.WriteString(newOwner);
        });
        if (bus.TryFindClient(oldOwner, out BusConnection? loser))
        {
            Lost(name, loser);
        }

        if (bus.TryFindClient(newOwner, out BusConnection? winner))
        {
            Tell("NameAcquired", name, winner);
        }
    }

    public void Lost(string name, BusConnection loser) => Tell("NameLost", name, loser);

    /// <summary>A signal to one client alone, which needs no match rule.</summary>
    private void Tell(string member, string name, BusConnection client)
    {
        bus.Begin(new MessageHeader
        {
            Type = MessageType.Signal,
            Flags = MessageFlags.NoReplyExpected,
            Serial = bus.NextSerial(),
            Path = BusDriver.Path,
            Interface = MessageBus.Name,
            Member = member,
            Sender = MessageBus.Name,
            Destination = client.UniqueName,
            Signature = "s",
        }).WriteString(name);
        bus.SendTo(client);
    }
}
