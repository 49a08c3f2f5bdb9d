using System.Device.Gpio;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Button, switches and status lines.</summary>
    public sealed class DigitalInputs
    {
        private readonly DebouncedInput button;
        private readonly DebouncedInput stick;
        private readonly DebouncedInput dock;
        private readonly DebouncedInput charger;
        private readonly DebouncedInput service;
        private readonly GpioPin gate;

        public DigitalInputs(GpioController pins)
        {
            button = new DebouncedInput(pins, Pins.Button);
            stick = new DebouncedInput(pins, Pins.StickSwitch);
            dock = new DebouncedInput(pins, Pins.DockContact);
            charger = new DebouncedInput(pins, Pins.ChargerStatus);
            service = new DebouncedInput(pins, Pins.ServiceContact);
            gate = pins.OpenPin(Pins.GateReadBack, PinMode.Input);
        }

        /// <summary>Samples every pin; called once a tick.</summary>
        public void Sample(BoardInputs inputs)
        {
            button.Sample();
            stick.Sample();
            dock.Sample();
            charger.Sample();
            service.Sample();
            inputs.ButtonPressed = button.Active;
            inputs.StickPresent = stick.Active;
            inputs.Docked = dock.Active;
            inputs.ChargerActive = charger.Active;
            inputs.ServiceContact = service.Active;
            inputs.GateHigh = gate.Read() == PinValue.High;
        }
    }
}
