using System.Device.Pwm;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>One PWM pin, driven in permille. Unchanged values are not written again.</summary>
    public sealed class PwmOutput
    {
        private const int FullPermille = 1000;

        // The channel cuts its duty off to 1/10000. A quarter of that keeps a product such as 0.123 x 10000, which
        // may come out just below 1230, from losing a step.
        private const double QuarterStep = 0.25;

        private readonly PwmChannel channel;
        private int permille;

        /// <summary>Routes a PWM function to the pin and starts it at zero.</summary>
        public PwmOutput(int pin, DeviceFunction function, int frequencyHz)
        {
            Configuration.SetPinFunction(pin, function);
            channel = PwmChannel.CreateFromPin(pin, frequencyHz, 0.0);
            if (channel != null)
            {
                channel.Start();
            }
        }

        /// <summary>False where the runtime gave no channel for the pin; it does not throw then.</summary>
        public bool IsAvailable
        {
            get { return channel != null; }
        }

        /// <summary>Sets the duty; values outside of 0..1000 are taken to the nearer end.</summary>
        public void Set(int valuePermille)
        {
            int value = valuePermille < 0 ? 0 : valuePermille > FullPermille ? FullPermille : valuePermille;
            if (value == permille || channel == null)
            {
                return;
            }

            permille = value;
            channel.DutyCycle = value == FullPermille ? 1.0 : value == 0 ? 0.0 : ((value * 10) + QuarterStep) / 10000.0;
        }
    }
}
