using IqosDevice.Firmware.Core.Ports;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Vibration motor.</summary>
    public sealed class Vibration
    {
        private const int FrequencyHz = 1000;

        private readonly PwmOutput motor = new PwmOutput(Pins.Vibration, DeviceFunction.PWM2, FrequencyHz);

        public void Apply(BoardOutputs outputs)
        {
            motor.Set(outputs.VibrationPermille);
        }
    }
}
