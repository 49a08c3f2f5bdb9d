namespace IqosDevice.Emulator.Gatt;

/// <summary>Sizes that the Attribute Protocol fixes, in bytes.</summary>
public static class AttLimits
{
    /// <summary>ATT MTU of an LE link until exchanged (Core 6.0, Vol 3, Part G, 5.2.1).</summary>
    public const ushort DefaultMtu = 23;

    /// <summary>Largest useful ATT MTU: the longest value and the longest header before it.</summary>
    public const ushort LargestMtu = 517;

    /// <summary>Longest attribute value (Core 6.0, Vol 3, Part F, 3.2.9).</summary>
    public const int LongestValueBytes = 512;
}
