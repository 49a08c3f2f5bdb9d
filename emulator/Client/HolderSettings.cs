using IqosDevice.Client.Scp;
using IqosDevice.Client.Values;

namespace IqosDevice.Client;

/// <summary>
/// The functions that a user can customise. A model that lacks one stays silent, which the call reports as
/// <see cref="HolderTimeoutException"/>.
/// </summary>
public sealed class HolderSettings
{
    private const byte Charger = 0xC0;
    private const byte Holder = 0xC9;
    private const byte Third = 0xD2;
    private const byte ChargeStartOn = 0x00;
    private const byte ChargeStartOff = 0x09;

    // An inner check byte of unknown kind; the stand-in does not look at it.
    private const byte ChargeStartCheck = 0x64;
    private static readonly byte[] ChargeStartRecords = [0x04, 0x05];
    private readonly HolderClient client;

    internal HolderSettings(HolderClient client) => this.client = client;

    /// <summary>Brightness of the lights, percent.</summary>
    public async Task<int> ReadBrightnessAsync(CancellationToken cancellation = default) =>
        (await client.RequestAsync(ScpMessage.ShortFrame(Charger, 0x02, 0x23), cancellation)).PayloadAt(0);

    /// <summary>Sets the brightness of charger and holder; apps use 100 and 30.</summary>
    public async Task SetBrightnessAsync(int percent, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        await client.RequestAsync(ScpMessage.ShortFrame(Charger, 0x46, 0x23, (byte)percent, 0, 0, 0), cancellation);
        await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x44, 0x24, (byte)percent, 0, 0, 0), cancellation);
    }

    public async Task<VibrationSettings> ReadVibrationAsync(CancellationToken cancellation = default) =>
        VibrationSettings.Parse(await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x00, 0x23), cancellation));

    public Task SetVibrationAsync(VibrationSettings vibration, CancellationToken cancellation = default) =>
        client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x44, 0x23, vibration.ToPayload()), cancellation);

    /// <summary>Vibrate when charging starts.</summary>
    public async Task<bool> ReadChargeStartVibrationAsync(CancellationToken cancellation = default) =>
        (await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x07, 0x04, 0x04, 0, 0, 0), cancellation))
            .PayloadAt(5) == ChargeStartOn;

    public async Task SetChargeStartVibrationAsync(bool on, CancellationToken cancellation = default)
    {
        // Two records with the same content, then a commit, as apps do it.
        foreach (byte record in ChargeStartRecords)
        {
            byte[] payload = new byte[24];
            payload[0] = ChargeStartCheck;
            payload[1] = record;
            payload.AsSpan(3, 3).Fill(0xFF);
            payload[6] = on ? ChargeStartOn : ChargeStartOff;
            await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x4F, 0x04, payload), cancellation);
        }

        await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x47, 0x04, 0, 0xFF, 0xFF, 0), cancellation);
    }

    /// <summary>Heat as soon as a stick is inserted.</summary>
    public Task<bool> ReadAutoStartAsync(CancellationToken cancellation = default) => ReadFlagAsync(1, cancellation);

    public Task SetAutoStartAsync(bool on, CancellationToken cancellation = default) => SetFlagAsync(1, on, cancellation);

    /// <summary>A short press pauses and resumes a session.</summary>
    public Task<bool> ReadPauseModeAsync(CancellationToken cancellation = default) => ReadFlagAsync(2, cancellation);

    public Task SetPauseModeAsync(bool on, CancellationToken cancellation = default) => SetFlagAsync(2, on, cancellation);

    /// <summary>A double tap shows the uses left.</summary>
    public Task<bool> ReadSmartGestureAsync(CancellationToken cancellation = default) => ReadFlagAsync(4, cancellation);

    public Task SetSmartGestureAsync(bool on, CancellationToken cancellation = default) => SetFlagAsync(4, on, cancellation);

    /// <summary>Flex battery: eco (true) or performance (false).</summary>
    public async Task<bool> ReadFlexBatteryEcoAsync(CancellationToken cancellation = default) =>
        (await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x00, 0x25), cancellation)).PayloadAt(0) != 0;

    public Task SetFlexBatteryEcoAsync(bool eco, CancellationToken cancellation = default) =>
        client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x44, 0x25, Byte(eco), 0, 0, 0), cancellation);

    /// <summary>Flex puff: more puffs when they are small.</summary>
    public async Task<bool> ReadFlexPuffAsync(CancellationToken cancellation = default) =>
        (await client.RequestAsync(ScpMessage.ShortFrame(Third, 0x05, 0x22, 3, 0, 0, 0), cancellation)).PayloadAt(1) != 0;

    public Task SetFlexPuffAsync(bool on, CancellationToken cancellation = default) =>
        client.RequestAsync(ScpMessage.ShortFrame(Third, 0x45, 0x22, 3, Byte(on), 0, 0), cancellation);

    private async Task<bool> ReadFlagAsync(byte flag, CancellationToken cancellation) =>
        (await client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x07, 0x24, flag, 0, 0, 0), cancellation)).PayloadAt(1) != 0;

    private Task<ScpMessage> SetFlagAsync(byte flag, bool on, CancellationToken cancellation) =>
        client.RequestAsync(ScpMessage.ShortFrame(Holder, 0x47, 0x24, flag, Byte(on), 0, 0), cancellation);

    private static byte Byte(bool on) => on ? (byte)1 : (byte)0;
}
