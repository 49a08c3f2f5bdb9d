using System.Device.Gpio;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// What is read when. Every tick: pins, both registers of the heater monitor, the thermocouple and the heater's top
    /// node, because the checks on them count samples at 50 Hz. Beside them one slower channel a tick, in turn, so
    /// that a tick's time on the bus stays the same.
    /// </summary>
    public sealed class SensorSchedule
    {
        /// <summary>Length of the turn: ten ticks are 200 ms, so each slot comes five times a second.</summary>
        private const int SlotCount = 10;

        private readonly DigitalInputs pins;
        private readonly AnalogInputs analog = new AnalogInputs();
        private readonly HeaterMonitor heaterMonitor = new HeaterMonitor();
        private readonly CellMonitor cellMonitor = new CellMonitor();
        private readonly Ds3231 clock = new Ds3231();
        private readonly Lis3dh accelerometer = new Lis3dh();
        private int slot;

        public SensorSchedule(GpioController controller)
        {
            pins = new DigitalInputs(controller);
        }

        /// <summary>Configures the chips and reads every channel once: the first step sees no made-up value.</summary>
        public void Start(long nowMs, BoardInputs inputs)
        {
            heaterMonitor.Start();
            cellMonitor.Start();
            accelerometer.Configure();
            analog.SampleReference(inputs);
            analog.SampleCellThermistor(inputs);
            analog.SampleBoardThermistor(inputs);
            cellMonitor.Sample(nowMs, inputs);
            SampleClock(inputs);
            SampleFast(nowMs, inputs);
        }

        /// <summary>One tick's share.</summary>
        public void Sample(long nowMs, BoardInputs inputs)
        {
            SampleFast(nowMs, inputs);
            SampleSlow(nowMs, inputs);
            slot = (slot + 1) % SlotCount;
        }

        private void SampleFast(long nowMs, BoardInputs inputs)
        {
            pins.Sample(inputs);
            heaterMonitor.Sample(nowMs, inputs);
            analog.SampleThermocouple(nowMs, inputs);
            analog.SampleHeaterTop(inputs);
        }

        private void SampleSlow(long nowMs, BoardInputs inputs)
        {
            switch (slot)
            {
                case 0:
                    cellMonitor.Sample(nowMs, inputs);
                    break;
                case 2:
                    analog.SampleReference(inputs);
                    break;
                case 3:
                    inputs.DoubleTapped = accelerometer.ReadDoubleClick();
                    break;
                case 5:
                    analog.SampleCellThermistor(inputs);
                    break;
                case 6:
                    inputs.Tilted = accelerometer.ReadTilt();
                    break;
                case 7:
                    analog.SampleBoardThermistor(inputs);
                    break;
                case 8:
                    SampleClock(inputs);
                    break;
                default:
                    break;
            }
        }

        private void SampleClock(BoardInputs inputs)
        {
            uint seconds;
            if (clock.TryReadSeconds(out seconds))
            {
                inputs.RtcSeconds = seconds;
            }
        }
    }
}
