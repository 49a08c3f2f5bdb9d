using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>The parts that measure and control the heater, put together; the state machine decides between the two.</summary>
    public sealed class HeaterRegulation
    {
        private const int LongestStepMs = 200;

        private readonly Settings settings;
        private readonly HeaterMeter meter = new HeaterMeter();
        private readonly HeaterIdentification identification = new HeaterIdentification();
        private readonly HeatLoadObserver observer = new HeatLoadObserver();
        private readonly PuffDetector puffs = new PuffDetector();
        private readonly HeaterThermometer thermometer;
        private readonly HeaterController controller;
        private long lastSampleMs;
        private float sampleSeconds;
        private bool wasHeating;

        public HeaterRegulation(Settings settings)
        {
            this.settings = settings;
            thermometer = new HeaterThermometer(meter);
            controller = new HeaterController(settings, thermometer, meter, observer);
            View = new HeaterView();
        }

        /// <summary>What is known about the heater; all but the fault is filled here.</summary>
        public HeaterView View { get; }

        /// <summary>Takes the samples of this tick.</summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <param name="inputs">Samples.</param>
        /// <param name="demand">The demand of this tick.</param>
        /// <param name="appliedPermille">The duty under which the samples were taken.</param>
        public void Observe(long nowMs, BoardInputs inputs, HeatDemand demand, int appliedPermille)
        {
            meter.Step(inputs, appliedPermille);
            thermometer.Step(nowMs, inputs);
            long elapsedMs = thermometer.SampleMs - lastSampleMs;
            sampleSeconds = 0f;
            if (!thermometer.Valid || elapsedMs == 0)
            {
                return;
            }

            lastSampleMs = thermometer.SampleMs;
            if (demand.Phase != HeatPhase.Off)
            {
                sampleSeconds = (elapsedMs < 0 || elapsedMs > LongestStepMs ? LongestStepMs : elapsedMs) * 0.001f;
                observer.Step(sampleSeconds, thermometer.Celsius, meter.MeanWatts);
            }
        }

        /// <summary>Duty for the demand of this tick; see <see cref="HeaterController.Step"/>.</summary>
        public float Control(long nowMs, BoardInputs inputs, HeatDemand demand)
        {
            return controller.Step(nowMs, inputs, demand);
        }

        /// <summary>What this tick's sample tells of puffs, or of the heater in a calibration run; fills the <see cref="View"/>.</summary>
        public void Follow(HeatPhase phase, BoardInputs inputs)
        {
            if (phase == HeatPhase.Off)
            {
                wasHeating = false;
                puffs.EndHold();
            }
            else if (!wasHeating)
            {
                // The first heat has only just begun to flow; it belongs to no puff.
                wasHeating = true;
                puffs.Reset();
                identification.Restart(inputs.ThermocoupleCelsius);
                View.Calibration = CalibrationStage.Heating;
            }
            else if (!thermometer.Valid)
            {
                puffs.Interrupt();
            }
            else if (sampleSeconds > 0f)
            {
                TakeSample(phase);
            }

            HeaterView view = View;
            view.Valid = thermometer.Valid;
            view.Celsius = thermometer.Celsius;
            view.Puffing = puffs.Puffing;
            view.PuffCount = puffs.Count;
            view.MeanPuffMl = puffs.MeanMl;
        }

        private void TakeSample(HeatPhase phase)
        {
            if (phase == HeatPhase.Calibrate)
            {
                Identify(sampleSeconds);
            }
            else if (phase == HeatPhase.Paused)
            {
                puffs.EndHold();
            }
            else
            {
                puffs.Step(sampleSeconds, observer.LoadWatts, observer.Celsius, controller.ReferenceCelsius, phase == HeatPhase.Hold);
            }
        }

        private void Identify(float seconds)
        {
            if (identification.Stage <= CalibrationStage.Cooling
                && identification.Step(seconds, thermometer.Celsius, meter.MeanWatts))
            {
                identification.Close(
                    HeaterCalibration.Take(settings.Unit, identification.HeatCapacity, identification.Loss));
            }

            View.Calibration = identification.Stage;
        }
    }
}
