using System.Device.Gpio;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Enable pin of the charger chip, which does 4.2 V CC/CV by itself.</summary>
    public sealed class ChargeControl
    {
        private readonly GpioPin enable;

        public ChargeControl(GpioController pins)
        {
            enable = pins.OpenPin(Pins.ChargeEnable, PinMode.Output);
            enable.Write(PinValue.Low);
        }

        public void Set(bool enabled)
        {
            enable.Write(enabled ? PinValue.High : PinValue.Low);
        }
    }
}
