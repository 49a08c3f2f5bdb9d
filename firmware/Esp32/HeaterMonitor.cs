using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Voltage and current of the heater, two register reads a tick. With the transistor at the high side both are
    /// means over PWM periods (duty x V, duty x I), so their quotient is the resistance at any duty.
    /// </summary>
    public sealed class HeaterMonitor
    {
        private readonly Ina226 chip = new Ina226(Pins.HeaterMonitorAddress);

        public void Start()
        {
            chip.Configure();
        }

        /// <summary>Refreshes the heater's sample; where the chip fails, the old sample stays and ages.</summary>
        public void Sample(long nowMs, BoardInputs inputs)
        {
            int shuntBits;
            int busBits;
            if (chip.TryReadShunt(out shuntBits) && chip.TryReadBus(out busBits))
            {
                inputs.HeaterAmps = shuntBits * Ina226.AmpsPerShuntBit;
                inputs.HeaterVolts = busBits * Ina226.VoltsPerBusBit;
                inputs.HeaterSampleMs = nowMs;
            }
        }
    }
}
