using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Host;

/// <summary>
/// The way from the radio into the firmware's GATT events: one dispatcher a board, as the one dispatcher thread
/// of nanoFramework. The board is entered by the caller. A handler that throws, or that does not respond, never
/// calls <c>complete</c>; the radio then answers 0x0E after 2 s.
/// </summary>
public sealed class GattDispatcher
{
    /// <summary>A client reads. <paramref name="complete"/> gets an ATT error code (0 = success) and the value.</summary>
    public void Read(GattLocalCharacteristic characteristic, Action<byte, byte[]> complete)
    {
    }

    /// <summary>A client writes. <paramref name="complete"/> gets an ATT error code, 0 = success.</summary>
    public void Write(GattLocalCharacteristic characteristic, byte[] value, Action<byte> complete)
    {
    }

    /// <summary>The client changed the characteristic's CCCD.</summary>
    public void SubscriptionChanged(GattLocalCharacteristic characteristic, bool subscribed)
    {
    }

    /// <summary>The client connected or left; leaving ends every subscription.</summary>
    public void LinkChanged(bool connected)
    {
    }

    /// <summary>The client exchanged the MTU.</summary>
    public void MtuChanged()
    {
    }
}
