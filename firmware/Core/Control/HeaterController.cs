using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Heater control at 50 Hz: the power that the observer sees leaving, plus what moves the heater to its set
    /// point at <see cref="Rate"/>; limited by the supply; turned into a duty by the power measured at full duty.
    /// The observer knows the power that really flowed, so saturation winds nothing up.
    /// </summary>
    public sealed class HeaterController
    {
        /// <summary>Closed-loop rate, 1/s.</summary>
        private const float Rate = 6f;

        /// <summary>
        /// Fastest fall of the set point while holding, °C/s: followed with heat, so that the heater's resistance
        /// stays measurable and a change of set point does not look like a puff.
        /// </summary>
        private const float FallCelsiusPerSecond = 4f;

        /// <summary>
        /// Duty that keeps the resistance measurable, with a margin to the meter's limit. It is worth about 0.5 W,
        /// less than any phase's losses.
        /// </summary>
        private const int MeasuringPermille = 60;

        /// <summary>
        /// Load switch, transistor and shunt, ohms; the cell's own resistance is left out, which errs on the side of
        /// too little duty.
        /// </summary>
        private const float PathOhms = 0.05f;

        private const float LowestOnWatts = 1f;

        private readonly HeaterThermometer thermometer;
        private readonly HeaterMeter meter;
        private readonly HeatLoadObserver observer;
        private readonly SupplyLimit supply = new SupplyLimit();
        private float reference;
        private long lastMs = -1;
        private bool heating;

        public HeaterController(HeaterThermometer thermometer, HeaterMeter meter, HeatLoadObserver observer)
        {
            this.thermometer = thermometer;
            this.meter = meter;
            this.observer = observer;
        }

        /// <summary>Set point that is followed now, degrees Celsius; 0 with the heater off.</summary>
        public float ReferenceCelsius => heating ? reference : 0f;

        /// <summary>One tick; thermometer and observer have taken their samples before.</summary>
        /// <returns>
        /// Duty wished for, 0..1000 permille; NaN where the arithmetic broke. No heat without a demand confirmed in
        /// this very tick, a temperature fit for control and a measured cell.
        /// </returns>
        public float Step(long nowMs, BoardInputs inputs, HeatDemand demand)
        {
            float seconds = StepSeconds(nowMs);
            if (demand.Phase == HeatPhase.Off || demand.ConfirmedMs != nowMs || !Finite.Is(demand.SetpointCelsius))
            {
                heating = false;
                return 0f;
            }

            if (!heating)
            {
                heating = true;
                reference = demand.SetpointCelsius;
                supply.Reset();
            }

            supply.Step(nowMs, inputs, seconds);
            FollowSetpoint(demand, seconds);
            return thermometer.Valid ? DutyFor(WattsWanted(), inputs.CellMv) : 0f;
        }

        private float StepSeconds(long nowMs)
        {
            long elapsedMs = lastMs < 0 ? 0 : nowMs - lastMs;
            lastMs = nowMs;
            return System.Math.Clamp(elapsedMs, 0, 100) / 1000f;
        }

        private void FollowSetpoint(HeatDemand demand, float seconds)
        {
            float fallen = reference - (FallCelsiusPerSecond * seconds);
            bool tooFast = demand.Phase == HeatPhase.Hold && demand.SetpointCelsius < fallen;
            reference = tooFast ? fallen : demand.SetpointCelsius;
        }

        private float WattsWanted()
        {
            float watts = observer.LoadWatts + (HeatLoadObserver.HeatCapacity * Rate * (reference - observer.Celsius));

            // Not healed here: Clamp would make full power of it on the device, and the supervisor is to see it (row 36).
            return Finite.Is(watts) ? System.Math.Clamp(watts, 0f, supply.Watts) : float.NaN;
        }

        private float DutyFor(float watts, int cellMv)
        {
            if (supply.Watts <= 0f)
            {
                return 0f;
            }

            float onWatts = meter.HasResistance ? meter.OnWatts : ExpectedOnWatts(cellMv);
            if (float.IsNaN(watts) || !Finite.Is(onWatts))
            {
                return float.NaN;
            }

            onWatts = onWatts < LowestOnWatts ? LowestOnWatts : onWatts;
            float permille = 1000f * watts / onWatts;
            float highest = 1000f * supply.Watts / onWatts;
            permille = permille < MeasuringPermille ? MeasuringPermille : permille;
            permille = permille > highest ? highest : permille;
            return permille > 1000f ? 1000f : permille;
        }

        /// <summary>Power at full duty before it could be measured: what this cell voltage drives through heater and path.</summary>
        private float ExpectedOnWatts(int cellMv)
        {
            float ohms = thermometer.ExpectedOhms;
            float amps = cellMv / 1000f / (ohms + PathOhms);
            return amps * amps * ohms;
        }
    }
}
