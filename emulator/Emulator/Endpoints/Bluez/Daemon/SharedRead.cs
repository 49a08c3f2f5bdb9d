using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Bluez.Link;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>
/// ReadValue of one attribute: who asks while the same is on its way already shares the answer, as in the daemon
/// (src/gatt-client.c, characteristic_read_value).
/// </summary>
internal sealed class SharedRead
{
    /// <summary>Callers that wait for one answer; a client that asks and asks gets an error then.</summary>
    private const int MostCallers = 64;

    private readonly List<MethodCall> callers = [];
    private int offset;

    /// <summary>Answers a call.</summary>
    /// <param name="call">With the options as arguments.</param>
    /// <param name="link">Where the attribute is.</param>
    /// <param name="handle">Its handle.</param>
    /// <param name="arrived">Gets the value before the callers do.</param>
    /// <exception cref="DBusError">The options make no sense, another part is being read, or the link has ended.</exception>
    public void Ask(MethodCall call, DeviceLink link, ushort handle, Action<byte[]> arrived)
    {
        MessageReader arguments = call.Arguments;
        GattOptions options = GattOptions.Read(ref arguments);
        GattProcedures procedures = link.Procedures;
        if (callers.Count > 0)
        {
            callers.Add(options.Offset == offset && callers.Count < MostCallers ? call : throw BluezError.InProgress());
            return;
        }

        offset = options.Offset;
        callers.Add(call);
        procedures.Read(handle, offset, (error, read) =>
        {
            // What comes of the answer may begin the next read.
            MethodCall[] asked = [.. callers];
            callers.Clear();
            if (!error.IsSuccess)
            {
                Array.ForEach(asked, caller => caller.Fail(BluezError.Of(error)));
                return;
            }

            byte[] value = read.ToArray();
            arrived(value);
            foreach (MethodCall caller in asked)
            {
                caller.Reply(value);
            }
        });
    }
}
