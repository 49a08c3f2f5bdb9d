using IqosDevice.Firmware.Core.Ports;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Three white lights and a bottom one of white and red.</summary>
    public sealed class Lights
    {
        private const int FrequencyHz = 1000;

        private readonly PwmOutput top = new PwmOutput(Pins.LightTop, DeviceFunction.PWM3, FrequencyHz);
        private readonly PwmOutput second = new PwmOutput(Pins.LightSecond, DeviceFunction.PWM4, FrequencyHz);
        private readonly PwmOutput third = new PwmOutput(Pins.LightThird, DeviceFunction.PWM5, FrequencyHz);
        private readonly PwmOutput bottomWhite = new PwmOutput(Pins.LightBottomWhite, DeviceFunction.PWM6, FrequencyHz);
        private readonly PwmOutput bottomRed = new PwmOutput(Pins.LightBottomRed, DeviceFunction.PWM7, FrequencyHz);

        public void Apply(BoardOutputs outputs)
        {
            top.Set(outputs.LightPermille[0]);
            second.Set(outputs.LightPermille[1]);
            third.Set(outputs.LightPermille[2]);
            bottomWhite.Set(outputs.BottomWhitePermille);
            bottomRed.Set(outputs.BottomRedPermille);
        }
    }
}
