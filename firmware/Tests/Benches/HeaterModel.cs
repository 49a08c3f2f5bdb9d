using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>
    /// The controller around a heater of one heat capacity and one loss: enough to see on the device that the loop
    /// closes. What a real heater does is judged on the host, with the plant.
    /// </summary>
    public sealed class HeaterModel
    {
        public readonly BoardInputs Inputs = new BoardInputs();
        public readonly HeatDemand Demand = new HeatDemand();
        public readonly HeaterRegulation Regulation = new HeaterRegulation(new Settings());

        private const int TickMs = 20;
        private const float TickSeconds = 0.02f;
        private const float ColdOhms = 0.8f;
        private const float ShuntOhms = 0.01f;
        private const float PathOhms = 0.05f;
        private const float CellVolts = 3.9f;
        private const float AmbientCelsius = 25f;

        // 2.5 W keep 335 degrees.
        private const float LossWattsPerKelvin = 0.008f;

        private long nowMs;
        private int appliedPermille;

        public HeaterModel()
        {
            Sample(0f);
        }

        /// <summary>Temperature of the heater, degrees Celsius.</summary>
        public float Celsius { get; private set; } = AmbientCelsius;

        /// <summary>Highest temperature so far.</summary>
        public float PeakCelsius { get; private set; } = AmbientCelsius;

        /// <summary>Duty wished for in the last tick, permille.</summary>
        public float RequestedPermille { get; private set; }

        /// <summary>Demands a set point from here on.</summary>
        public void Heat(HeatPhase phase, float setpointCelsius)
        {
            Demand.Phase = phase;
            Demand.SetpointCelsius = setpointCelsius;
        }

        /// <summary>Runs the loop for whole seconds.</summary>
        public void Run(int seconds)
        {
            for (int tick = 0; tick < seconds * 1000 / TickMs; tick++)
            {
                Tick();
            }
        }

        /// <summary>Runs the loop for one tick.</summary>
        public void Tick()
        {
            nowMs += TickMs;
            float duty = appliedPermille / 1000f;
            float ohms = ColdOhms * PlatinumCurve.RatioAt(Celsius);
            float amps = CellVolts / (ohms + PathOhms + ShuntOhms);
            float watts = amps * amps * ohms * duty;
            Celsius += (watts - ((Celsius - AmbientCelsius) * LossWattsPerKelvin)) * TickSeconds / HeaterCalibration.NominalHeatCapacity;
            PeakCelsius = Celsius > PeakCelsius ? Celsius : PeakCelsius;
            Sample(amps * duty);

            Regulation.Observe(nowMs, Inputs, Demand, appliedPermille);
            Demand.ConfirmedMs = nowMs;
            RequestedPermille = Regulation.Control(nowMs, Inputs, Demand);
            Regulation.Follow(Demand.Phase, Inputs);
            appliedPermille = Finite.IsWithin(RequestedPermille, 0f, 1000f) ? (int)RequestedPermille : 0;
        }

        private void Sample(float meanAmps)
        {
            Inputs.HeaterSampleMs = nowMs;
            Inputs.HeaterAmps = meanAmps;
            Inputs.HeaterVolts = meanAmps * ((ColdOhms * PlatinumCurve.RatioAt(Celsius)) + ShuntOhms);
            Inputs.ThermocoupleSampleMs = nowMs;
            Inputs.ThermocoupleCelsius = Celsius;
            Inputs.CellSampleMs = nowMs;
            Inputs.CellMv = (int)(CellVolts * 1000f);
        }
    }
}
