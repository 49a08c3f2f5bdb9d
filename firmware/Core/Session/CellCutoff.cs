using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Ends a session whose cell is empty (checklist row 38): at the cut-off voltage, two samples in a row, not one
    /// spike; or where so much power was folded back, to stay above that voltage, that the heater has grown cold.
    /// </summary>
    public sealed class CellCutoff
    {
        private const int NeededSamples = 2;

        /// <summary>Ten seconds at 5 Hz: longer than a weak cell needs to heat up again after a pause.</summary>
        private const int NeededStarvedSamples = 50;

        private const int FoldBackMv = 3200;
        private const float StarvedCelsius = 25f;

        private long lastSampleMs;
        private int lowSamples;
        private int starvedSamples;

        /// <summary>The cell is empty under this load.</summary>
        public bool Reached => lowSamples >= NeededSamples || starvedSamples >= NeededStarvedSamples;

        /// <summary>A new session starts.</summary>
        public void Reset(BoardInputs inputs)
        {
            lastSampleMs = inputs.CellSampleMs;
            lowSamples = 0;
            starvedSamples = 0;
        }

        /// <summary>Looks at the cell; counts each sample once.</summary>
        /// <param name="inputs">Samples.</param>
        /// <param name="missingCelsius">How far the heater is below the set point that it is to hold; 0 where it holds none.</param>
        public void Step(BoardInputs inputs, float missingCelsius)
        {
            if (inputs.CellSampleMs == lastSampleMs)
            {
                return;
            }

            lastSampleMs = inputs.CellSampleMs;
            bool starved = !float.IsNaN(missingCelsius) && missingCelsius > StarvedCelsius && inputs.CellMv < FoldBackMv;
            starvedSamples = starved ? starvedSamples + 1 : 0;
            if (inputs.CellMv >= SessionRules.CellCutoffMv)
            {
                lowSamples = 0;
            }
            else if (lowSamples < NeededSamples)
            {
                lowSamples++;
            }
        }
    }
}
