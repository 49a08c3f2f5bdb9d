using System.Device.Adc;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>The channels of ADC1 and what they mean. One conversion takes about 40 us.</summary>
    public sealed class AnalogInputs
    {
        /// <summary>The divider halves.</summary>
        private const float VoltsPerDeciMv = 2f / 10000f;

        private readonly AdcScale scale = new AdcScale();
        private readonly AdcChannel thermocouple;
        private readonly AdcChannel heaterTop;
        private readonly AdcChannel cellThermistor;
        private readonly AdcChannel boardThermistor;
        private readonly AdcChannel reference;

        public AnalogInputs()
        {
            AdcController controller = new AdcController();
            thermocouple = controller.OpenChannel(Pins.ThermocoupleChannel);
            heaterTop = controller.OpenChannel(Pins.HeaterTopChannel);
            cellThermistor = controller.OpenChannel(Pins.CellThermistorChannel);
            boardThermistor = controller.OpenChannel(Pins.BoardThermistorChannel);
            reference = controller.OpenChannel(Pins.ReferenceChannel);
        }

        /// <summary>The second sensor of the heater: every tick.</summary>
        public void SampleThermocouple(long nowMs, BoardInputs inputs)
        {
            int raw = thermocouple.ReadValue();
            inputs.ThermocoupleRaw = raw;
            inputs.ThermocoupleCelsius = Ad8495Thermocouple.ToCelsius(scale.ToDeciMv(raw));
            inputs.ThermocoupleSampleMs = nowMs;
        }

        /// <summary>What the heater's monitor reads, a second time: every tick.</summary>
        public void SampleHeaterTop(BoardInputs inputs)
        {
            inputs.HeaterTopVolts = scale.ToDeciMv(heaterTop.ReadValue()) * VoltsPerDeciMv;
        }

        /// <summary>The reference: what all other channels are scaled by.</summary>
        public void SampleReference(BoardInputs inputs)
        {
            int raw = reference.ReadValue();
            scale.UpdateReference(raw);
            inputs.ReferenceMv = AdcScale.ToNominalMv(raw);
        }

        public void SampleCellThermistor(BoardInputs inputs)
        {
            inputs.CellMilliCelsius = NtcThermistor.ToMilliCelsius(scale.ToDeciMv(cellThermistor.ReadValue()));
        }

        public void SampleBoardThermistor(BoardInputs inputs)
        {
            inputs.BoardMilliCelsius = NtcThermistor.ToMilliCelsius(scale.ToDeciMv(boardThermistor.ReadValue()));
        }
    }
}
