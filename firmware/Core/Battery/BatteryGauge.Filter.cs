namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Once a second the filter says what the voltage makes of the count.</summary>
    public sealed partial class BatteryGauge
    {
        private const long WindowMs = 1000;
        private const float LongestCountedSeconds = 2f;

        private long windowMs;
        private long windowUas;

        /// <summary>The filter looks once a second, and at the first sample.</summary>
        private void StepFilter(long elapsedMs, bool first)
        {
            windowMs += elapsedMs;
            windowUas += elapsedMs * CellMa;
            if (!first && windowMs < WindowMs)
            {
                return;
            }

            if (voltageStuck || currentStuck)
            {
                Lose(currentStuck ? windowMs * StuckFactor : windowMs);
                windowMs = 0;
                windowUas = 0;
                return;
            }

            if (windowMs > PauseMs && CellMa < ChargingMa && CellMa > -ChargingMa)
            {
                filter.Rest();
            }

            float seconds = first ? 0.001f : (windowMs < LongestPauseMs ? windowMs : LongestPauseMs) * 0.001f;
            float meanMa = first ? CellMa : (float)windowUas / windowMs;
            float scale = model.CapacityMah * 0.001f / DesignCapacityMah;
            float charge = (float)counter.RemainingUas / counter.FullUas;
            filter.Cell.Resistance = History.ResistancePermille * 0.001f;
            filter.Step(charge, seconds, meanMa * scale, CellMv * 0.001f, milliCelsius * 0.001f);
            windowMs = 0;
            windowUas = 0;

            float counted = seconds < LongestCountedSeconds ? seconds : LongestCountedSeconds;
            float correction = filter.Correction - (filter.OffsetAmps * counted / (3.6f * model.CapacityMah));
            correction = correction < -1f ? -1f : correction < 1f ? correction : 1f;
            counter.Correct((long)(correction * counter.FullUas));
        }
    }
}
