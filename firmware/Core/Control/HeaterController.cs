using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Heater control at 50 Hz: the power that the observer sees leaving, plus what moves the heater to its set
    /// point; limited by the supply; turned into a duty by what a watt took in the last sample. Far below the set point
    /// that is all the supply gives; the switch-over comes by itself where what is left to do takes less.
    /// The observer knows the power that really flowed, so saturation winds nothing up.
    /// </summary>
    public sealed class HeaterController
    {
        /// <summary>Closed-loop gain, W/K: a rate of 24 1/s at the nominal heat capacity.</summary>
        private const float WattsPerKelvin = 1.8f;

        /// <summary>
        /// Of the load that the observer sees, at least so much is replaced up to <see cref="CoolingCelsius"/> above the
        /// set point. The monitor's noise is the larger the smaller its voltage: without a floor a sample that comes out too warm
        /// takes the duty down, the next one is measured worse still, and the heater is cold before that shows.
        /// </summary>
        private const float LeastShare = 0.78f;

        /// <summary>A heater that is hotter by this much is to cool, as after a set point that fell.</summary>
        private const float CoolingCelsius = 5f;

        /// <summary>
        /// Fastest fall of the set point while holding, °C/s: followed with heat, so that the heater's resistance
        /// stays measurable and a change of set point does not look like a puff.
        /// </summary>
        private const float FallCelsiusPerSecond = 4f;

        /// <summary>
        /// Duty that keeps the resistance measurable, with a margin to the meter's limit; the floor of a heater that is
        /// to cool, and of one whose load is not known yet. It is worth about 0.5 W, less than any phase's losses.
        /// </summary>
        private const float MeasuringPermille = 60f;

        /// <summary>Duty of the first tick, and after any without heat: it tells what a watt takes.</summary>
        private const float FirstPermille = 100f;

        /// <summary>A set point beyond is nonsense; what is allowed is the supervisor's business (row 24).</summary>
        private const float HighestSetpointCelsius = 1000f;

        private readonly Settings settings;
        private readonly HeaterThermometer thermometer;
        private readonly HeaterMeter meter;
        private readonly HeatLoadObserver observer;
        private readonly SupplyLimit supply = new SupplyLimit();
        private float reference;
        private long lastMs;
        private bool heating;

        public HeaterController(Settings settings, HeaterThermometer thermometer, HeaterMeter meter, HeatLoadObserver observer)
        {
            this.settings = settings;
            this.thermometer = thermometer;
            this.meter = meter;
            this.observer = observer;
        }

        /// <summary>Set point that is followed now, degrees Celsius; 0 with the heater off.</summary>
        public float ReferenceCelsius => heating ? reference : 0f;

        /// <summary>One tick; thermometer and observer have taken their samples before.</summary>
        /// <returns>
        /// Duty wished for, 0..1000 permille; NaN where the arithmetic broke. No heat without a demand confirmed
        /// not long ago, a temperature fit for control and a measured cell.
        /// </returns>
        public float Step(long nowMs, BoardInputs inputs, HeatDemand demand)
        {
            float setpoint = demand.SetpointCelsius;
            if (!demand.AsksAt(nowMs) || !Finite.IsWithin(setpoint, 0f, HighestSetpointCelsius))
            {
                heating = false;
                return 0f;
            }

            if (!heating)
            {
                heating = true;
                reference = setpoint;
                lastMs = nowMs;
                thermometer.Restart(HeaterCalibration.ColdOhms(settings));
                observer.Restart(HeaterCalibration.HeatCapacity(settings.Unit), thermometer.Celsius);
                return thermometer.Valid && supply.Restart(nowMs, inputs) > 0f ? FirstPermille : 0f;
            }

            supply.Step(nowMs, inputs, meter.MeanWatts);
            FollowSetpoint(nowMs, setpoint, demand.Phase == HeatPhase.Hold);
            if (!thermometer.Valid || supply.Watts <= 0f)
            {
                return 0f;
            }

            return meter.PermillePerWatt > 0f ? Duty() : FirstPermille;
        }

        private void FollowSetpoint(long nowMs, float setpoint, bool slowly)
        {
            long elapsedMs = nowMs - lastMs;
            lastMs = nowMs;
            if (slowly && elapsedMs >= 0 && elapsedMs <= 100)
            {
                float fallen = reference - (FallCelsiusPerSecond * 0.001f * elapsedMs);
                setpoint = setpoint < fallen ? fallen : setpoint;
            }

            reference = setpoint;
        }

        private float Duty()
        {
            float load = observer.LoadWatts;
            float below = reference - observer.Celsius;
            float watts = load + (WattsPerKelvin * below);

            // Not healed here: comparisons would make full power of it on the device, and the supervisor is to see it (row 36).
            if (!Finite.Is(watts))
            {
                return float.NaN;
            }

            float least = LeastShare * load;
            watts = watts < least && below > -CoolingCelsius ? least : watts;
            float perWatt = meter.PermillePerWatt;
            float highest = supply.Watts * perWatt;
            float permille = (watts > supply.Watts ? supply.Watts : watts) * perWatt;
            permille = permille < MeasuringPermille ? MeasuringPermille : permille;
            permille = permille > highest ? highest : permille;
            return permille > 1000f ? 1000f : permille;
        }
    }
}
