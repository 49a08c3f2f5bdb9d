using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Power that the cell may be asked for: 12 W, folded back on a line from 3.2 V at the terminals to nothing at
    /// 3.0 V (checklist row 38). The terminals answer to the power itself, so the limit is where the line and the
    /// cell's own load line meet; a cold cell is folded back before it is asked, not after it has given way.
    /// </summary>
    public sealed class SupplyLimit
    {
        /// <summary>Mean power over a tick, watts; one percent under the rated 12 W for the meter's own error.</summary>
        public const float RatedWatts = 11.88f;

        private const int StopMv = 3000;
        private const int StaleMs = 1000;

        /// <summary>The line: rated power at 3.2 V, nothing at 3.0 V; W/mV.</summary>
        private const float WattsPerMv = RatedWatts / 200f;

        /// <summary>Amperes out of a cell between the two for a watt in the heater: 3.1 V less what the path takes.</summary>
        private const float PerHeaterVolts = 1f / 2.95f;

        /// <summary>Under load the cell's resistance is more than that of its data sheet, by its slow part.</summary>
        private const float SlowPart = 1.25f;

        private const float MostMilliOhm = 2000f;

        /// <summary>Share of the way to the new limit that is gone at a sample; below 1 for a resistance that is not as assumed.</summary>
        private const float Approach = 0.4f;

        private long lastSampleMs;
        private float milliOhm;
        private float lineFactor;
        private float watts = RatedWatts;

        /// <summary>Power that may be asked for now, watts.</summary>
        public float Watts => watts;

        /// <summary>Heat begins: what the cell, at rest until now, will give.</summary>
        /// <returns>Power that may be asked for now, watts.</returns>
        public float Restart(long nowMs, BoardInputs inputs)
        {
            Assume(CellTable.ResistanceMilliOhmAt(inputs.CellMilliCelsius) * SlowPart);
            lastSampleMs = inputs.CellSampleMs;
            watts = IsMeasured(nowMs, inputs) && inputs.CellMv > StopMv ? Meeting(inputs.CellMv, 0f) : 0f;
            return watts;
        }

        /// <summary>One tick. A cell that is not measured is not loaded, and none at 3.0 V or below.</summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <param name="inputs">Samples.</param>
        /// <param name="meanWatts">Power that flowed into the heater while they were taken.</param>
        public void Step(long nowMs, BoardInputs inputs, float meanWatts)
        {
            if (!IsMeasured(nowMs, inputs))
            {
                watts = 0f;
            }
            else if (inputs.CellSampleMs != lastSampleMs)
            {
                lastSampleMs = inputs.CellSampleMs;
                if (inputs.CellMv > StopMv)
                {
                    watts += (Meeting(inputs.CellMv, meanWatts) - watts) * Approach;
                }
                else
                {
                    Weaken();
                }
            }
        }

        private static bool IsMeasured(long nowMs, BoardInputs inputs)
        {
            long sampleMs = inputs.CellSampleMs;
            return sampleMs >= 0 && sampleMs <= nowMs && nowMs - sampleMs <= StaleMs;
        }

        private void Assume(float resistance)
        {
            milliOhm = resistance;
            lineFactor = 1f / (1f + (WattsPerMv * resistance * PerHeaterVolts));
        }

        /// <summary>The terminals gave way under what was permitted: so the cell's resistance is more than assumed.</summary>
        private void Weaken()
        {
            if (watts > 0f && milliOhm < MostMilliOhm)
            {
                Assume(milliOhm * 1.5f);
            }

            watts = 0f;
        }

        /// <summary>
        /// Where P = slope·(V - 3.0 V) meets V = V_rest - R·P/V_heater, V_rest being what this sample would be at rest.
        /// Taken with the power that flowed, the place is on the line whatever the cell's resistance really is.
        /// </summary>
        private float Meeting(int cellMv, float flowingWatts)
        {
            float restMv = cellMv + (milliOhm * flowingWatts * PerHeaterVolts);
            float met = WattsPerMv * (restMv - StopMv) * lineFactor;
            return met > RatedWatts ? RatedWatts : met < 0f ? 0f : met;
        }
    }
}
