using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>
/// A holder as a client meets it (org.bluez.Device1). It is there from its first advertisement on. Only the process that
/// is connected sees it connected: for others it is a device that has ceased to advertise.
/// </summary>
internal sealed class Device1 : BusInterface
{
    private const string InterfaceName = "org.bluez.Device1";

    /// <summary>Ticks that a client may stand at the door: the end of another's link may not have been seen yet.</summary>
    private const int PatienceTicks = 5;

    private readonly BusService service;
    private readonly BluezHolder holder;
    private readonly Action<Action> later;
    private readonly RadioPath radio;
    private readonly List<ConnectAttempt> attempts = [];
    private BusObject? exported;
    private DeviceLink? link;
    private DeviceLink? ending;
    private string[] uuids;
    private string? alias;
    private short? rssi;
    private bool isPaired;
    private bool isTrusted;
    private bool isBlocked;
    private bool mayWake;

    /// <param name="service">The daemon on the bus.</param>
    /// <param name="holder">What it stands for.</param>
    /// <param name="later">Has something done after a moment of real time.</param>
    public Device1(BusService service, BluezHolder holder, Action<Action> later)
    {
        this.service = service;
        this.holder = holder;
        this.later = later;
        radio = new RadioPath(holder.Address.Value);
        Address = holder.Address.ToString();
        Path = $"{Adapter1.Path}/dev_{Address.Replace(':', '_')}";
        uuids = [BluezUuid.ToText(holder.Peripheral.AdvertisedService)];
    }

    public string Path { get; }

    public string Address { get; }

    public string Name => holder.Peripheral.LocalName;

    public IReadOnlyList<string> Uuids => uuids;

    /// <summary>It has been met, and not forgotten.</summary>
    public bool IsKnown => exported is not null;

    public override InterfaceDescription Description { get; } = new(InterfaceName)
    {
        Methods =
        [
            new("Disconnect"), new("Connect"),
            new("ConnectProfile", ["s UUID"], []), new("DisconnectProfile", ["s UUID"], []),
            new("Pair"), new("CancelPairing"),
        ],
        Properties =
        [
            new("Address", "s"), new("AddressType", "s"), new("Name", "s"), new("Alias", "s", CanWrite: true), new("Paired", "b"),
            new("Bonded", "b"), new("Trusted", "b", CanWrite: true), new("Blocked", "b", CanWrite: true), new("LegacyPairing", "b"),
            new("RSSI", "n"), new("Connected", "b"), new("UUIDs", "as"), new("Adapter", "o"), new("ServicesResolved", "b"),
            new("AdvertisingFlags", "ay"), new("WakeAllowed", "b", CanWrite: true),
        ],
    };

    public override object? Get(string property, BusConnection viewer) => property switch
    {
        "Address" => Address,
        "AddressType" => "random",
        "Name" => Name.Length > 0 ? Name : null,
        "Alias" => Alias,
        "Paired" or "Bonded" => isPaired,
        "Trusted" => isTrusted,
        "Blocked" => isBlocked,
        "LegacyPairing" => false,
        "RSSI" => rssi,
        "Connected" => IsLinkOf(viewer),
        "UUIDs" => uuids,
        "Adapter" => new ObjectPath(Adapter1.Path),
        "ServicesResolved" => IsLinkOf(viewer) && link!.IsResolved,

        // LE general discoverable, no BR/EDR (Core Specification Supplement, Part A, 1.3).
        "AdvertisingFlags" => new byte[] { 0x06 },
        "WakeAllowed" => mayWake,
        _ => null,
    };

    public override void Set(string property, object value, BusConnection setter)
    {
        switch (property)
        {
            case "Alias": alias = ((string)value).Length > 0 ? (string)value : null; break;
            case "Trusted": isTrusted = (bool)value; break;
            case "Blocked": isBlocked = (bool)value; break;
            default: mayWake = (bool)value; break;
        }

        Changed(property, property == "Alias" ? Alias : value);
    }

    public override void Call(MethodCall call)
    {
        switch (call.Member)
        {
            case "Connect": Connect(call, call.Reply); break;
            case "Disconnect": Disconnect(call); break;
            case "Pair": Pair(call); break;
            case "CancelPairing": throw BluezError.DoesNotExist();
            default: throw BluezError.NotSupported();
        }
    }

    /// <summary>The holder advertises, if it does: those who discover hear of it.</summary>
    public void Advertise(Func<Device1, short, bool> isWanted)
    {
        if (!holder.Peripheral.IsAdvertising || !radio.TryHear(holder.Peripheral.DistanceMetres, out short heard))
        {
            return;
        }

        if (exported is null)
        {
            uuids = [BluezUuid.ToText(holder.Peripheral.AdvertisedService)];
        }

        if (!isWanted(this, heard))
        {
            return;
        }

        short? before = rssi;
        rssi = heard;
        if (exported is null)
        {
            exported = new BusObject(Path, this);
            service.Add(exported);
        }
        else if (before != heard)
        {
            Changed("RSSI", heard);
        }
    }

    /// <summary>Nobody discovers any more, so nobody knows how strongly it is heard.</summary>
    public void ClearRssi()
    {
        if (rssi is not null)
        {
            rssi = null;
            service.EmitChanged(Path, InterfaceName, [], ["RSSI"]);
        }
    }

    /// <summary>Those who wait to connect try again; who has waited too long gives up.</summary>
    public void TryAttempts()
    {
        foreach (ConnectAttempt attempt in attempts.ToList())
        {
            if (TryConnect(attempt))
            {
                attempts.Remove(attempt);
            }
            else if (++attempt.Ticks > PatienceTicks)
            {
                attempts.Remove(attempt);
                attempt.Call.Fail(BluezError.ConnectionTimeout());
            }
        }
    }

    public void Disconnect(string reason)
    {
        if (link is { } open)
        {
            open.Disconnect(reason);
            Ended(open);
        }
    }

    /// <summary>A client wants it forgotten: it is gone until it is met again.</summary>
    /// <exception cref="DBusError">Another client is connected.</exception>
    public void Forget(BusConnection client)
    {
        if (link is not null && !IsLinkOf(client))
        {
            throw BluezError.Failed("another client is connected");
        }

        Disconnect("the client removed the device");
        FinishEnding();
        BusObject forgotten = exported!;
        exported = null;
        isPaired = false;
        isTrusted = false;
        isBlocked = false;
        alias = null;
        rssi = null;
        service.Remove(forgotten);
    }

    public void ClientLeft(BusConnection client, bool isLast)
    {
        attempts.RemoveAll(attempt => attempt.Call.Caller == client);
        if (isLast && IsLinkOf(client))
        {
            Disconnect("the client vanished");
        }
        else
        {
            link?.ClientLeft(client);
        }
    }

    private string Alias => alias ?? (Name.Length > 0 ? Name : Address.Replace(':', '-'));

    private bool IsLinkOf(BusConnection viewer) => link is not null && link.Owner == viewer.Process;

    private void Connect(MethodCall call, Action then)
    {
        if (IsLinkOf(call.Caller))
        {
            then();
            return;
        }

        if (attempts.Exists(attempt => attempt.Call.Caller.Process == call.Caller.Process))
        {
            throw BluezError.InProgress();
        }

        if (isBlocked)
        {
            throw BluezError.NotAvailable();
        }

        var attempt = new ConnectAttempt(call, then);
        if (!TryConnect(attempt))
        {
            attempts.Add(attempt);
        }
    }

    /// <summary>
    /// Connects and discovers. What a client sees, in this order: Connected, the GATT objects, ServicesResolved, and only
    /// then the reply.
    /// </summary>
    private bool TryConnect(ConnectAttempt attempt)
    {
        FinishEnding();
        BusProcess owner = attempt.Call.Caller.Process;
        var opened = new DeviceLink(service, Path, owner);
        if (!opened.TryOpen(holder.Peripheral))
        {
            return false;
        }

        link = opened;
        opened.Lost = () => Ended(opened);
        ChangedForOwner(opened, "Connected", true);
        opened.Resolve(found =>
        {
            if (link != opened)
            {
                attempt.Call.Fail(BluezError.ConnectionAborted());
                return;
            }

            uuids = [.. found.Select(BluezUuid.ToText)];
            Changed("UUIDs", uuids);
            ChangedForOwner(opened, "ServicesResolved", true);
            attempt.Then();
        });
        return true;
    }

    private void Disconnect(MethodCall call)
    {
        if (attempts.Find(attempt => attempt.Call.Caller.Process == call.Caller.Process) is { } waiting)
        {
            attempts.Remove(waiting);
            waiting.Call.Fail(BluezError.ConnectionAborted());
            call.Reply();
            return;
        }

        if (link is not { } open || !IsLinkOf(call.Caller))
        {
            throw BluezError.NotConnected();
        }

        // A client may take Connected = false for the end of the bus, too, and wait on another connection for the answer:
        // as from the daemon, the one comes well before the other.
        open.Disconnect("the client disconnected");
        link = null;
        ending = open;
        call.Reply();
        later(FinishEnding);
    }

    /// <summary>Just Works: there is nothing to confirm. Who is not connected is connected first.</summary>
    private void Pair(MethodCall call)
    {
        if (isPaired)
        {
            throw BluezError.AlreadyExists();
        }

        Connect(call, () =>
        {
            isPaired = true;
            service.EmitChanged(Path, InterfaceName, [new("Paired", true), new("Bonded", true)], []);
            call.Reply();
        });
    }

    private void Ended(DeviceLink ended)
    {
        if (link == ended)
        {
            link = null;
            ending = ended;
            FinishEnding();
        }
    }

    /// <summary>Tells the end of a link to the client that had it.</summary>
    private void FinishEnding()
    {
        if (ending is not { } ended)
        {
            return;
        }

        ending = null;
        if (ended.IsResolved)
        {
            ChangedForOwner(ended, "ServicesResolved", false);
        }

        ChangedForOwner(ended, "Connected", false);
        ended.RemoveObjects();
    }

    private void Changed(string property, object value) => service.EmitChanged(Path, InterfaceName, [new(property, value)], []);

    private void ChangedForOwner(DeviceLink owned, string property, object value) =>
        service.EmitChanged(Path, InterfaceName, [new(property, value)], [], owned.IsFor);

    /// <summary>A client that waits for the holder to advertise.</summary>
    private sealed class ConnectAttempt(MethodCall call, Action then)
    {
        public MethodCall Call { get; } = call;

        /// <summary>Answers the call once the link is up.</summary>
        public Action Then { get; } = then;

        public int Ticks { get; set; }
    }
}
