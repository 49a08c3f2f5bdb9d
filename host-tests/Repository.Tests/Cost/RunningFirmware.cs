using System.Reflection;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>A holder in the middle of a session, with a client that has subscribed to everything: what the firmware then keeps.</summary>
internal sealed class RunningFirmware : IAttBearer, IDisposable
{
    private const byte ExchangeMtuRequest = 0x02;
    private const byte WriteRequest = 0x12;
    private const ushort AttMtu = 247;
    private const ushort LastHandle = 80;

    private readonly VirtualHolder holder;

    public RunningFirmware(string model)
    {
        holder = VirtualHolder.Start(new() { Model = model });
        Connect();
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(3));
        holder.Advance(TimeSpan.FromSeconds(40));
    }

    public string Peer => "test";

    /// <summary>A session runs.</summary>
    public bool IsHeating => holder.Firmware.IsHeatingState;

    /// <summary>A notification has come.</summary>
    public bool IsNotified { get; private set; }

    /// <summary>The objects that the firmware's main program and the packages' static fields hold.</summary>
    public IEnumerable<object> Roots()
    {
        var runtime = Peek(holder, "runtime");
        yield return Peek(runtime, "app");
        yield return Peek(((HostBoard)Peek(runtime, "processor")).StandIns, "server");
    }

    public void Send(ReadOnlySpan<byte> pdu) => IsNotified |= pdu[0] == 0x1B;

    public void Close(string reason)
    {
    }

    public void Dispose() => holder.Dispose();

    private static object Peek(object owner, string field) =>
        owner.GetType().GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)?.GetValue(owner)
        ?? throw new InvalidOperationException($"{owner.GetType().Name} has no field {field}.");

    /// <summary>Writes "notify" to every handle: what is no CCCD refuses it, or sees a short message more.</summary>
    private void Connect()
    {
        var server = holder.Peripheral.TryConnect(this) ?? throw new InvalidOperationException("The holder does not advertise.");
        server.Receive([ExchangeMtuRequest, (byte)AttMtu, 0]);
        holder.Advance(TimeSpan.FromMilliseconds(100));
        for (byte handle = 1; handle <= LastHandle; handle++)
        {
            server.Receive([WriteRequest, handle, 0, 1, 0]);
            holder.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
