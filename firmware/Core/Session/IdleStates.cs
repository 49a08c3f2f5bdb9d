using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Which state the holder is in while no session runs: the first that applies, most serious first.</summary>
    public sealed class IdleStates
    {
        private readonly Settings settings;
        private readonly BatteryGauge gauge;
        private readonly IdleTimer idle = new IdleTimer();
        private bool cooling;
        private int coolingMs;

        public IdleStates(Settings settings, BatteryGauge gauge)
        {
            this.settings = settings;
            this.gauge = gauge;
        }

        /// <summary>The surroundings as last seen at rest.</summary>
        public AmbientWindow Ambient { get; } = new AmbientWindow();

        /// <summary>Somebody touched the holder.</summary>
        public void Wake()
        {
            idle.Wake();
        }

        /// <summary>A session ended: the heater is hot.</summary>
        public void StartCooling()
        {
            cooling = true;
            coolingMs = 0;
        }

        /// <summary>State from the end of heating to the next step.</summary>
        public HolderState AfterHeat(BoardInputs inputs, HeaterView heater)
        {
            if (heater.FaultRow != 0)
            {
                return HolderState.Error;
            }

            return inputs.Docked ? HolderState.Charging : HolderState.Cooling;
        }

        /// <summary>One step without a session; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        public HolderState Step(int elapsedMs, BoardInputs inputs, HeaterView heater, bool stickPresent)
        {
            idle.Step(elapsedMs);
            StepCooling(elapsedMs, heater);
            if (heater.FaultRow != 0)
            {
                return HolderState.Error;
            }

            if (inputs.Docked)
            {
                return HolderState.Charging;
            }

            if (cooling)
            {
                return HolderState.Cooling;
            }

            // The board sensor tells the surroundings only while the heater is at rest.
            Ambient.Step(inputs.BoardMilliCelsius);
            if (settings.Locked)
            {
                return HolderState.Locked;
            }

            if (Ambient.Cold || Ambient.Hot)
            {
                return HolderState.TemperatureFault;
            }

            if (gauge.HasSample && !gauge.CanStartSession)
            {
                return HolderState.LowBattery;
            }

            return RestingState(stickPresent);
        }

        private HolderState RestingState(bool stickPresent)
        {
            if (idle.Off)
            {
                return HolderState.Off;
            }

            if (idle.Asleep)
            {
                return HolderState.Sleep;
            }

            return stickPresent ? HolderState.StickInserted : HolderState.Ready;
        }

        private void StepCooling(int elapsedMs, HeaterView heater)
        {
            if (!cooling)
            {
                return;
            }

            coolingMs += elapsedMs;
            bool cooled = heater.Valid && !float.IsNaN(heater.Celsius) && heater.Celsius < SessionRules.CooledCelsius;
            cooling = !cooled && coolingMs < SessionRules.MaximumCoolingMs;
            idle.Wake();
        }
    }
}
