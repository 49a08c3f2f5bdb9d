namespace IqosDevice.Emulator.Recording;

/// <summary>Flags of a btsnoop record, as seen from the host of the captured device.</summary>
[Flags]
public enum BtsnoopFlags : uint
{
    /// <summary>Data that the host sent.</summary>
    None = 0,

    /// <summary>From the controller to the host.</summary>
    Received = 1,

    /// <summary>A command or an event rather than data.</summary>
    CommandOrEvent = 2,
}
