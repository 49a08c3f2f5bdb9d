using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Ends a session at the cell's cut-off voltage (checklist row 38): two samples in a row, not one spike.</summary>
    public sealed class CellCutoff
    {
        private const int NeededSamples = 2;

        private long lastSampleMs;
        private int lowSamples;

        /// <summary>The cell is empty under this load.</summary>
        public bool Reached => lowSamples >= NeededSamples;

        /// <summary>A new session starts.</summary>
        public void Reset(BoardInputs inputs)
        {
            lastSampleMs = inputs.CellSampleMs;
            lowSamples = 0;
        }

        /// <summary>Looks at the cell; counts each sample once.</summary>
        public void Step(BoardInputs inputs)
        {
            if (inputs.CellSampleMs == lastSampleMs)
            {
                return;
            }

            lastSampleMs = inputs.CellSampleMs;
            if (inputs.CellMv >= SessionRules.CellCutoffMv)
            {
                lowSamples = 0;
            }
            else if (!Reached)
            {
                lowSamples++;
            }
        }
    }
}
