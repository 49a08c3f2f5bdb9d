using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>The parts that measure and control the heater, put together; the state machine decides between the two.</summary>
    public sealed class HeaterRegulation
    {
        private readonly HeaterMeter meter = new HeaterMeter();
        private readonly HeatLoadObserver observer = new HeatLoadObserver();
        private readonly PuffDetector puffs = new PuffDetector();
        private readonly HeaterThermometer thermometer;
        private readonly HeaterController controller;
        private bool wasHeating;

        public HeaterRegulation(Settings settings)
        {
            thermometer = new HeaterThermometer(meter, settings);
            controller = new HeaterController(thermometer, meter, observer);
            View = new HeaterView();
        }

        /// <summary>What is known about the heater; all but the fault is filled here.</summary>
        public HeaterView View { get; }

        /// <summary>Takes the samples of this tick.</summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <param name="inputs">Samples.</param>
        /// <param name="demand">The demand of the last tick.</param>
        /// <param name="appliedPermille">The duty under which the samples were taken.</param>
        public void Observe(long nowMs, BoardInputs inputs, HeatDemand demand, int appliedPermille)
        {
            bool heating = demand.Phase != HeatPhase.Off;
            if (heating && !wasHeating)
            {
                thermometer.Restart();
                observer.Reset();
                puffs.Reset();
            }

            wasHeating = heating;
            meter.Step(inputs, appliedPermille);
            thermometer.Step(nowMs, inputs);
            if (thermometer.Valid)
            {
                observer.Step(thermometer.SampleMs, thermometer.Celsius, meter.MeanWatts);
            }

            LookForPuffs(demand.Phase);
            View.Valid = thermometer.Valid;
            View.Celsius = thermometer.Celsius;
            View.Puffing = puffs.Puffing;
            View.PuffCount = puffs.Count;
            View.MeanPuffMl = puffs.MeanMl;
        }

        /// <summary>Duty for the demand of this tick; see <see cref="HeaterController.Step"/>.</summary>
        public float Control(long nowMs, BoardInputs inputs, HeatDemand demand)
        {
            return controller.Step(nowMs, inputs, demand);
        }

        private void LookForPuffs(HeatPhase phase)
        {
            if (!thermometer.Valid)
            {
                puffs.Interrupt();
            }
            else if (phase == HeatPhase.Hold || phase == HeatPhase.Preheat)
            {
                puffs.Step(observer.StepSeconds, observer.LoadWatts, observer.Celsius, controller.ReferenceCelsius,
                    counting: phase == HeatPhase.Hold);
            }
            else
            {
                puffs.EndHold();
            }
        }
    }
}
