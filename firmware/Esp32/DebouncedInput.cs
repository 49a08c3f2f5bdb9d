using System.Device.Gpio;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>A contact to ground with a pull-up: active while low, believed after three equal samples in a row (60 ms).</summary>
    public sealed class DebouncedInput
    {
        private const int EqualSampleCount = 3;

        private readonly GpioPin pin;
        private int differentCount;

        /// <summary>Opens the pin and takes its level as it is, so that a contact closed at power-on is no event.</summary>
        public DebouncedInput(GpioController pins, int pinNumber)
        {
            pin = pins.OpenPin(pinNumber, PinMode.InputPullUp);
            Active = pin.Read() == PinValue.Low;
        }

        public bool Active { get; private set; }

        /// <summary>Takes one sample; called once a tick.</summary>
        public void Sample()
        {
            if ((pin.Read() == PinValue.Low) == Active)
            {
                differentCount = 0;
                return;
            }

            differentCount++;
            if (differentCount >= EqualSampleCount)
            {
                Active = !Active;
                differentCount = 0;
            }
        }
    }
}
