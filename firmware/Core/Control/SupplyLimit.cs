using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Power that the cell may be asked for: 12 W, folded back between 3.2 and 3.0 V at the terminals, nothing
    /// below (checklist row 38). The limit falls to zero at once and otherwise moves slowly: the voltage answers
    /// to the power, and its samples come at 5 Hz.
    /// </summary>
    public sealed class SupplyLimit
    {
        /// <summary>Mean power over a tick, watts; one percent under the rated 12 W for the meter's own error.</summary>
        public const float RatedWatts = 11.88f;

        private const int FoldBackMv = 3200;
        private const int StopMv = 3000;
        private const int StaleMs = 1000;
        private const float LagSeconds = 3f;

        /// <summary>Power that may be asked for now, watts.</summary>
        public float Watts { get; private set; } = RatedWatts;

        /// <summary>A session starts: nothing was asked of the cell yet.</summary>
        public void Reset()
        {
            Watts = RatedWatts;
        }

        /// <summary>One tick of <paramref name="seconds"/>. A cell that is not measured is not loaded.</summary>
        public void Step(long nowMs, BoardInputs inputs, float seconds)
        {
            long ageMs = nowMs - inputs.CellSampleMs;
            if (inputs.CellSampleMs < 0 || ageMs < 0 || ageMs > StaleMs || inputs.CellMv <= StopMv)
            {
                Watts = 0f;
                return;
            }

            float target = inputs.CellMv >= FoldBackMv
                ? RatedWatts
                : RatedWatts * (inputs.CellMv - StopMv) / (FoldBackMv - StopMv);
            Watts += (target - Watts) * seconds / (LagSeconds + seconds);
        }
    }
}
