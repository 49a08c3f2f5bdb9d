using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Voltage and current of the cell, read five times a second. The shunt is wired so that charging is positive.</summary>
    public sealed class CellMonitor
    {
        private const int ShuntBitsPerMa = 4;

        private readonly Ina226 chip = new Ina226(Pins.CellMonitorAddress);

        public void Start()
        {
            chip.Configure();
        }

        /// <summary>Refreshes the cell's sample; where the chip fails, the old sample stays and ages.</summary>
        public void Sample(long nowMs, BoardInputs inputs)
        {
            int shuntBits;
            int busBits;
            if (chip.TryReadShunt(out shuntBits) && chip.TryReadBus(out busBits))
            {
                inputs.CellMa = shuntBits / ShuntBitsPerMa;
                inputs.CellMv = busBits * 5 / 4;
                inputs.CellSampleMs = nowMs;
            }
        }
    }
}
