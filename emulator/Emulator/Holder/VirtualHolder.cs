using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// A holder in virtual time: firmware, board, plant and radio put together. Not thread-safe: one thread at a
/// time runs its queue and calls it. The methods are the verbs of the control channel.
/// </summary>
public sealed class VirtualHolder : IDisposable
{
    private VirtualHolder(HolderOptions options)
    {
        Options = options;
        Plant = new HolderPlant(options.Plant);
        Peripheral = new GattPeripheral("IQOS " + options.Model, Uuid.FromShort(0), new AttributeTable());
    }

    public HolderOptions Options { get; }

    public EventQueue Queue { get; } = new();

    public HolderPlant Plant { get; }

    /// <summary>The radio: what endpoints connect their clients to.</summary>
    public GattPeripheral Peripheral { get; }

    /// <summary>Lines from the firmware and the board, as they come; set before they are wanted.</summary>
    public Action<string>? Log { get; set; }

    /// <summary>Hash over everything observable so far; equal for equal seeds and acts.</summary>
    public string TraceHash => string.Empty;

    /// <summary>Powers a holder on; it has booted when this returns.</summary>
    public static VirtualHolder Start(HolderOptions? options = null) => new(options ?? new HolderOptions());

    /// <summary>Runs virtual time forward.</summary>
    public void Advance(TimeSpan duration) => Queue.RunUntil(Queue.NowUs + (long)duration.TotalMicroseconds);

    /// <summary>Runs until a condition holds, looking after every tick.</summary>
    /// <returns>False where it did not hold within the limit.</returns>
    public bool RunUntil(Func<VirtualHolder, bool> condition, TimeSpan limit) => false;

    /// <summary>What can be seen of the holder now.</summary>
    public HolderSnapshot Snapshot() => new();

    public void InsertStick()
    {
    }

    public void RemoveStick()
    {
    }

    public void PressButton()
    {
    }

    public void ReleaseButton()
    {
    }

    /// <summary>Presses the button now and releases it after a virtual time.</summary>
    public void HoldButton(TimeSpan duration)
    {
    }

    public void Puff(double millilitres, double seconds)
    {
    }

    /// <summary>Plays a profile; its times count from now.</summary>
    public void PlayPuffs(PuffProfile profile)
    {
    }

    public void Dock()
    {
    }

    public void Undock()
    {
    }

    /// <summary>Plugs the charger's USB cable in or out.</summary>
    public void SetUsbPower(bool plugged)
    {
    }

    public void SetAmbient(double celsius)
    {
    }

    public void Tilt()
    {
    }

    public void DoubleTap()
    {
    }

    /// <summary>Breaks the radio link as distance does.</summary>
    public void DropLink()
    {
    }

    public void SetReplyDelay(int milliseconds)
    {
    }

    /// <summary>Cuts the power and puts it back: the firmware boots again from the flash as it stands.</summary>
    public void PowerCycle()
    {
    }

    /// <summary>Content of the flash, by path, to be kept for the next start.</summary>
    public IReadOnlyDictionary<string, byte[]> ReadFlash() => new Dictionary<string, byte[]>();

    /// <summary>Shuts the firmware down in order (it writes what waits in RAM) and ends the holder.</summary>
    public void Dispose()
    {
    }
}
