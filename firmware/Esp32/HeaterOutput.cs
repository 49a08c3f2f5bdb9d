using System.Device.Gpio;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// The way of energy into the heater: load switch, PWM of the transistor, and the heartbeat without which the
    /// dead-man opens the load switch by itself.
    /// </summary>
    public sealed class HeaterOutput
    {
        private const int PwmFrequencyHz = 20000;

        private readonly GpioPin loadSwitch;
        private readonly GpioPin heartbeat;
        private readonly PwmOutput pwm;
        private bool heartbeatHigh;

        /// <summary>Everything off, load switch first.</summary>
        public HeaterOutput(GpioController pins)
        {
            loadSwitch = pins.OpenPin(Pins.LoadSwitch, PinMode.Output);
            loadSwitch.Write(PinValue.Low);
            heartbeat = pins.OpenPin(Pins.Heartbeat, PinMode.Output);
            heartbeat.Write(PinValue.Low);
            pwm = new PwmOutput(Pins.HeaterPwm, DeviceFunction.PWM1, PwmFrequencyHz);
        }

        /// <summary>Applies one step's outputs. Without a PWM channel the load switch stays open.</summary>
        public void Apply(BoardOutputs outputs)
        {
            // With the load switch open only the proof of the cut-out drives the transistor.
            bool on = outputs.LoadSwitchOn && pwm.IsAvailable;
            bool driven = on || outputs.HeaterDutyPermille <= CutOutProof.ProofPermille;
            pwm.Set(driven ? outputs.HeaterDutyPermille : 0);
            loadSwitch.Write(on ? PinValue.High : PinValue.Low);
            if (outputs.Heartbeat)
            {
                heartbeatHigh = !heartbeatHigh;
                heartbeat.Write(heartbeatHigh ? PinValue.High : PinValue.Low);
            }
        }

        /// <summary>Heater off, and no heartbeat.</summary>
        public void Off()
        {
            loadSwitch.Write(PinValue.Low);
            pwm.Set(0);
        }
    }
}
