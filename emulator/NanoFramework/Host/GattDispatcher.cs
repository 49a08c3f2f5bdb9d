using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Host;

/// <summary>
/// The way from the radio into the firmware's GATT events: one dispatcher a board, as the one dispatcher thread
/// of nanoFramework. The board is entered by the caller. A handler that throws, or that does not respond, never
/// calls <c>complete</c>; the radio then answers 0x0E after 2 s.
/// </summary>
public sealed class GattDispatcher
{
    /// <summary>The one client that can be connected.</summary>
    private const int ClientId = 1;

    private readonly Queue<Action> waiting = new();
    private bool dispatching;

    /// <summary>A client reads. <paramref name="complete"/> gets an ATT error code (0 = success) and the value.</summary>
    public void Read(GattLocalCharacteristic characteristic, Action<byte, byte[]> complete) =>
        Dispatch(() => characteristic.OnReadRequested(new GattReadRequest(complete)));

    /// <summary>A client writes. <paramref name="complete"/> gets an ATT error code, 0 = success.</summary>
    public void Write(GattLocalCharacteristic characteristic, byte[] value, Action<byte> complete) =>
        Dispatch(() => characteristic.OnWriteRequested(new GattWriteRequest(value, complete)));

    /// <summary>The client changed the characteristic's CCCD.</summary>
    public void SubscriptionChanged(GattLocalCharacteristic characteristic, bool subscribed) =>
        Dispatch(() => characteristic.OnSubscribedClientsChanged(new BluetoothDeviceId(ClientId), subscribed));

    /// <summary>The client connected or left; leaving ends every subscription.</summary>
    public void LinkChanged(bool connected)
    {
        BluetoothLEServer server = BluetoothLEServer.Instance;
        if (!connected)
        {
            foreach (GattLocalCharacteristic characteristic in server.AllCharacteristics())
            {
                if (characteristic.SubscribedClients.Length > 0)
                {
                    SubscriptionChanged(characteristic, subscribed: false);
                }
            }
        }

        Dispatch(() => server.Session.ChangeStatus(connected));
    }

    /// <summary>The client exchanged the MTU.</summary>
    public void MtuChanged()
    {
        HostBoard board = HostBoard.Current;
        Dispatch(() => board.StandIns.Server.Session.ChangeMtu(board.Bluetooth.AttMtu));
    }

    /// <summary>Runs an event after those before it: a handler is never entered while another one runs.</summary>
    private void Dispatch(Action handler)
    {
        waiting.Enqueue(handler);
        if (dispatching)
        {
            return;
        }

        dispatching = true;
        try
        {
            while (waiting.TryDequeue(out Action? next))
            {
                RunGuarded(next);
            }
        }
        finally
        {
            dispatching = false;
        }
    }

    /// <summary>An exception in a handler ends that dispatch only; later events still work.</summary>
    private static void RunGuarded(Action handler)
    {
        try
        {
            handler();
        }
        catch (Exception exception)
        {
            HostBoard.Current.Host.WriteLine("Exception in a Bluetooth handler: " + exception);
        }
    }
}
