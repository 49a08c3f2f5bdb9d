using System.Runtime.CompilerServices;
using System.Text;
using IqosDevice.Client.Att;
using IqosDevice.Client.Gatt;
using IqosDevice.Client.Scp;
using IqosDevice.Client.Transport;
using IqosDevice.Client.Values;

namespace IqosDevice.Client;

/// <summary>
/// A holder over the emulator's pipe. Connecting is connecting to the holder: while this client lives, no other
/// one is let in. Calls may be made from several places at once; requests are sent one after the other.
/// </summary>
public sealed class HolderClient : IAsyncDisposable
{
    private readonly ScpClient scp;
    private readonly EventLogReader eventLog;

    private HolderClient(GattClient gatt, ScpClient scp, HolderClientOptions options)
    {
        Gatt = gatt;
        this.scp = scp;
        eventLog = new EventLogReader(gatt, options);
        Settings = new HolderSettings(this);
    }

    /// <summary>Discovered characteristics, for what the typed calls do not cover.</summary>
    public GattClient Gatt { get; }

    /// <summary>What the user can customise.</summary>
    public HolderSettings Settings { get; }

    /// <summary>
    /// Connects to <c>unix:PATH</c>, <c>tcp:HOST:PORT</c>, <c>tcp:PORT</c> or <c>pipe:NAME</c>, exchanges the MTU,
    /// discovers, and subscribes to replies.
    /// </summary>
    /// <exception cref="HolderConnectionException">Nobody listens, or another client is connected.</exception>
    public static async Task<HolderClient> ConnectAsync(
        string address, HolderClientOptions? options = null, CancellationToken cancellation = default)
    {
        Stream stream = await HolderAddress.OpenAsync(address, cancellation);
        return await ConnectAsync(stream, options, cancellation);
    }

    /// <summary>Connects over a stream that is open already, and owns it.</summary>
    public static async Task<HolderClient> ConnectAsync(
        Stream stream, HolderClientOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new HolderClientOptions();
        GattClient gatt = await GattClient.StartAsync(stream, options, cancellation);
        try
        {
            return new HolderClient(gatt, await ScpClient.StartAsync(gatt, options, cancellation), options);
        }
        catch
        {
            await gatt.DisposeAsync();
            throw;
        }
    }

    /// <summary>A string of the Device Information service, without its padding.</summary>
    public async Task<string> ReadDeviceInformationAsync(Guid characteristic, CancellationToken cancellation = default) =>
        Encoding.ASCII.GetString(await ReadAsync(characteristic, cancellation)).TrimEnd('\0');

    public async Task<BatteryInformation> ReadBatteryAsync(CancellationToken cancellation = default) =>
        BatteryInformation.Parse(await ReadAsync(HolderUuids.BatteryInformation, cancellation));

    public async Task<HolderStatus> ReadStatusAsync(CancellationToken cancellation = default) =>
        HolderStatus.Parse(await ReadAsync(HolderUuids.HolderStatus, cancellation));

    /// <summary>The status now, and then at every change and once a second in a session.</summary>
    public async IAsyncEnumerable<HolderStatus> WatchStatusAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using NotificationStream changes = await Gatt.ListenAsync(Gatt.Find(HolderUuids.HolderStatus), cancellation);
        yield return await ReadStatusAsync(cancellation);
        while (true)
        {
            yield return HolderStatus.Parse(await changes.NextAsync(cancellation));
        }
    }

    /// <summary>Battery information at every change.</summary>
    public async IAsyncEnumerable<BatteryInformation> WatchBatteryAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (byte[] value in Gatt.SubscribeAsync(Gatt.Find(HolderUuids.BatteryInformation), cancellation))
        {
            yield return BatteryInformation.Parse(value);
        }
    }

    /// <summary>The status from now on until the session that is under way, or comes next, is over; that status is the last.</summary>
    public async IAsyncEnumerable<HolderStatus> WatchSessionAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        bool started = false;
        await foreach (HolderStatus status in WatchStatusAsync(cancellation))
        {
            yield return status;
            if (started && !status.InSession)
            {
                yield break;
            }

            started |= status.InSession;
        }
    }

    /// <summary>The event log from a sequence number on, as far as the holder still has it.</summary>
    /// <exception cref="HolderTimeoutException">The listing did not come to its end.</exception>
    public Task<IReadOnlyList<EventLogEntry>> ReadEventLogAsync(int firstSequence = 0, CancellationToken cancellation = default) =>
        eventLog.ReadAsync(firstSequence, cancellation);

    /// <summary>The event log from a sequence number on, and then every event as it happens.</summary>
    public IAsyncEnumerable<EventLogEntry> WatchEventLogAsync(int firstSequence = 0, CancellationToken cancellation = default) =>
        eventLog.WatchAsync(firstSequence, cancellation);

    /// <summary>Product number of the holder: the device code under which it is registered.</summary>
    public async Task<string> ReadDeviceCodeAsync(CancellationToken cancellation = default) =>
        Ascii(await RequestAsync(ScpMessage.ShortFrame(0xC9, 0x00, 0x03), cancellation));

    /// <summary>Product number of the charger.</summary>
    public async Task<string> ReadChargerCodeAsync(CancellationToken cancellation = default) =>
        Ascii(await RequestAsync(ScpMessage.ShortFrame(0xC0, 0x00, 0x03), cancellation));

    /// <summary>Firmware of the holder, e.g. 124.6.0.114; on one-piece models the only one.</summary>
    public Task<Version> ReadFirmwareVersionAsync(CancellationToken cancellation = default) => ReadVersionAsync(0xC9, cancellation);

    /// <summary>Firmware of the charger, e.g. 135.5.0.33.</summary>
    public Task<Version> ReadChargerFirmwareVersionAsync(CancellationToken cancellation = default) => ReadVersionAsync(0xC0, cancellation);

    /// <summary>Gauge of the holder's cell.</summary>
    public Task<BatteryGauge> ReadGaugeAsync(CancellationToken cancellation = default) => ReadGaugeAsync(0xC9, cancellation);

    /// <summary>Gauge of the charger's cell; on one-piece models the same as the holder's.</summary>
    public Task<BatteryGauge> ReadChargerGaugeAsync(CancellationToken cancellation = default) => ReadGaugeAsync(0xC0, cancellation);

    /// <summary>The holder's real-time clock.</summary>
    public async Task<DateTime> ReadClockAsync(CancellationToken cancellation = default) =>
        HolderClock.Parse(await RequestAsync(ScpMessage.LongFrame(0xC9, 0x10, 0x00, 0x04), cancellation));

    public async Task<Telemetry> ReadTelemetryAsync(CancellationToken cancellation = default) =>
        Telemetry.Parse((await RequestAsync(ScpMessage.LongFrame(0xC9, 0x10, 0x01, 0x01), cancellation)).Payload);

    /// <summary>Find my device: vibrates until switched off.</summary>
    public Task SetFindMyDeviceAsync(bool on, CancellationToken cancellation = default) =>
        RequestAsync(ScpMessage.ShortFrame(0xC0, 0x45, 0x22, on ? (byte)1 : (byte)0, 0x1E, 0, 0), cancellation);

    /// <summary>A locked holder refuses to start; locking ends a session.</summary>
    public Task SetLockedAsync(bool locked, CancellationToken cancellation = default) => RequestAsync(
        locked ? ScpMessage.ShortFrame(0xC9, 0x44, 0x04, 0x02, 0xFF, 0, 0) : ScpMessage.ShortFrame(0xC9, 0x44, 0x04, 0, 0, 0, 0),
        cancellation);

    public async Task<bool> ReadLockedAsync(CancellationToken cancellation = default) =>
        (await RequestAsync(ScpMessage.ShortFrame(0xC9, 0x00, 0x04), cancellation)).PayloadAt(0) == 0x02;

    /// <summary>Any SCP request; returns the reply that answers it.</summary>
    /// <exception cref="HolderTimeoutException">The holder stayed silent: it does not support or understand the request.</exception>
    public Task<ScpMessage> RequestAsync(ScpMessage request, CancellationToken cancellation = default) =>
        scp.RequestAsync(request, cancellation);

    public async ValueTask DisposeAsync()
    {
        scp.Dispose();
        await Gatt.DisposeAsync();
    }

    private async Task<Version> ReadVersionAsync(byte address, CancellationToken cancellation)
    {
        ScpMessage reply = await RequestAsync(ScpMessage.ShortFrame(address, 0x00, 0x00), cancellation);
        return new Version(reply.PayloadAt(2), reply.PayloadAt(3), reply.PayloadAt(4), reply.PayloadAt(5));
    }

    private async Task<BatteryGauge> ReadGaugeAsync(byte address, CancellationToken cancellation) =>
        BatteryGauge.Parse((await RequestAsync(ScpMessage.ShortFrame(address, 0x00, 0x21), cancellation)).Payload);

    private Task<byte[]> ReadAsync(Guid characteristic, CancellationToken cancellation) =>
        Gatt.ReadAsync(Gatt.Find(characteristic), cancellation);

    private static string Ascii(ScpMessage reply) => Encoding.ASCII.GetString(reply.Payload).TrimEnd('\0');
}
