using System.Device.Gpio;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// The board around the core, and the composition root of the firmware: reads the chips, steps the core, applies
    /// what it wants. The caller owns the loop.
    /// </summary>
    public sealed class HolderApp
    {
        private const ulong UsPerMs = 1000;

        private readonly DeviceIdentity identity;
        private readonly HeaterOutput heater;
        private readonly ChargeControl charge;
        private readonly Lights lights;
        private readonly Vibration vibration;
        private readonly SensorSchedule sensors;
        private readonly Radio radio;

        /// <summary>Takes the pins, the heater's first: until then they float at their pull-downs.</summary>
        public HolderApp(DeviceIdentity identity)
        {
            this.identity = identity;
            GpioController pins = new GpioController();
            heater = new HeaterOutput(pins);
            charge = new ChargeControl(pins);
            Configuration.SetPinFunction(Pins.I2cData, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(Pins.I2cClock, DeviceFunction.I2C1_CLOCK);
            lights = new Lights();
            vibration = new Vibration();
            sensors = new SensorSchedule(pins);
            ILogPort log = new ConsoleLog();
            radio = new Radio(log);
            Core = new HolderCore(identity, new FlashSlots(log), radio, log);
        }

        public HolderCore Core { get; }

        /// <summary>Brings chips, core and radio up: once, before the first tick.</summary>
        public void Start()
        {
            long nowMs = NowMs();
            sensors.Start(nowMs, Core.Inputs);
            MemoryProbe.Sample(Core.Inputs);
            Core.Start(nowMs);
            radio.Start(identity, Core);
        }

        /// <summary>One turn of the loop, every 20 ms. If anything in it fails, the heater is off when it throws.</summary>
        public void Tick()
        {
            try
            {
                long nowMs = NowMs();
                sensors.Sample(nowMs, Core.Inputs);
                MemoryProbe.SampleAtRest(nowMs, Core.Inputs, Core.Status.HeaterOn);
                BoardOutputs outputs = Core.Outputs;
                Core.Heat(nowMs);
                heater.Apply(outputs);
                Core.Step(nowMs);
                heater.Apply(outputs);
                charge.Set(outputs.ChargeEnabled);
                lights.Apply(outputs);
                vibration.Apply(outputs);
            }
            catch
            {
                heater.Off();
                throw;
            }
        }

        /// <summary>The power is about to go: heater off, and what waits in RAM is written.</summary>
        public void Stop()
        {
            heater.Off();
            charge.Set(false);
            Core.Stop();
        }

        private static long NowMs()
        {
            return (long)(HighResTimer.GetCurrent() / UsPerMs);
        }
    }
}
