using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>What a holder answered to a write, as the answer to a call.</summary>
internal static class GattAnswer
{
    public static void Answer(this MethodCall call, AttErrorCode error)
    {
        if (error.IsSuccess)
        {
            call.Reply();
        }
        else
        {
            call.Fail(BluezError.Of(error));
        }
    }
}
