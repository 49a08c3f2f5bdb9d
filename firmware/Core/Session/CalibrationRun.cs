using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// A calibration run as the state machine sees it: in the charger, which holds the holder upright and its bore
    /// empty, the heater goes up once and cools. Begins with a long press, ends on its own, or at once when anything
    /// is not as it has to be.
    /// </summary>
    public sealed class CalibrationRun
    {
        /// <summary>Longest run, ms; rise and fall take 10 to 20 s.</summary>
        public const int LongestMs = 45000;

        // The heater must be as cold as what is around it, and the cell able to heat it up.
        private const float RestCelsius = 45f;
        private const float RestSpreadCelsius = 10f;
        private const int LowestCellMv = 3500;

        private bool running;
        private int elapsedMs;

        /// <summary>It goes on.</summary>
        public bool Running => running;

        /// <summary>Begins a run where it may: docked, nothing tripped, the bore empty, heater and cell fit for it.</summary>
        /// <returns>False where it may not.</returns>
        public bool TryBegin(BoardInputs inputs, HeaterView heater, bool stickPresent)
        {
            float excess = heater.Celsius - (inputs.BoardMilliCelsius / 1000f);
            running = inputs.Docked && heater.FaultRow == 0 && !stickPresent && inputs.CellMv >= LowestCellMv
                && inputs.CellMilliCelsius >= SessionRules.CellColdMilliCelsius
                && inputs.CellMilliCelsius <= SessionRules.CellHotMilliCelsius
                && heater.Valid && Finite.IsWithin(excess, -RestSpreadCelsius, RestSpreadCelsius)
                && Finite.IsWithin(heater.Celsius, 0f, RestCelsius);
            elapsedMs = 0;
            return running;
        }

        /// <summary>One step of <paramref name="stepMs"/>, at least 0.</summary>
        public void Step(int stepMs, BoardInputs inputs, HeaterView heater, bool stickPresent)
        {
            elapsedMs += stepMs;

            // In its first step the view still tells of the run before.
            bool over = elapsedMs > stepMs && heater.Calibration >= CalibrationStage.Taken;
            running = inputs.Docked && !stickPresent && heater.FaultRow == 0 && !over && elapsedMs < LongestMs;
        }

        /// <summary>Gives up.</summary>
        public void Stop()
        {
            running = false;
        }

        /// <summary>Set point for the heater now, degrees Celsius.</summary>
        public static float SetpointCelsius(HeaterView heater)
        {
            return heater.Calibration == CalibrationStage.Cooling
                ? HeaterIdentification.CoolingSetpointCelsius
                : HeaterIdentification.HeatingSetpointCelsius;
        }
    }
}
