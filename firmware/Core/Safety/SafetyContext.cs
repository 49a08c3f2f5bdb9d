using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// What the checks look at in one tick; one instance, filled in two steps from the raw samples. It reads the heater's
    /// monitor with arithmetic of its own and shares nothing with the controller.
    /// </summary>
    public sealed class SafetyContext
    {
        /// <summary>Length of a tick, ms.</summary>
        public const int PeriodMs = 20;

        /// <summary>Somebody held the button for this session, pressed it since, or puffed.</summary>
        public const int Confirmed = -1;

        /// <summary>Below this duty the current is too small to tell a resistance.</summary>
        public const int MeasurablePermille = 50;

        // Platinum, IEC 60751: R/R0 = 1 + A·T + B·T².
        private const float A = 3.9083e-3f;
        private const float B = -5.775e-7f;
        private const float HighestLinearCelsius = 700f;

        private const float ShuntOhms = 0.010f;
        private const float LowestAmps = 0.02f;
        private const float HighestReading = 10f;
        private const int LongestElapsedMs = 60000;
        private const float SettledCelsius = 10f;

        // From less the largest heater (R0 of 1.04 ohm) takes less than 4.5 W at its set point; a strong puff takes more.
        private const int StarvedMv = 3350;
        private const int RestingMa = 20;

        private readonly Settings settings;
        private long heaterMs = -1;
        private long coupleMs = -1;

        public SafetyContext(Settings settings)
        {
            this.settings = settings;
        }

        public BoardInputs Inputs;

        public HeatDemand Demand;

        /// <summary>Time of this tick, ms since boot; -1 before the first.</summary>
        public long NowMs = -1;

        /// <summary>Time since the last tick, 0..60000 ms; 0 in the first.</summary>
        public int ElapsedMs;

        /// <summary>Time between two turns of a slow check, ms; see <see cref="SlowChecks"/>.</summary>
        public int TurnMs;

        /// <summary>When the round of the slow checks began that goes on now; -1 before the first.</summary>
        public long RoundMs = -1;

        /// <summary>Rows that warn by themselves and are to trip in this tick; bit n for row n.</summary>
        public long Escalated;

        /// <summary>The clock went back since the last tick.</summary>
        public bool ClockWentBack;

        /// <summary>Heat is demanded, and the demand was confirmed not long ago.</summary>
        public bool Heating;

        /// <summary>No heat yet, but a start may be asked for within a second; see <see cref="HeatDemand.StartExpected"/>.</summary>
        public bool StartExpected;

        /// <summary>Duty that the controller wishes to apply, as it came: NaN and nonsense included.</summary>
        public float RequestedPermille;

        /// <summary>Duty under which the samples were taken.</summary>
        public int AppliedPermille;

        /// <summary>Puffs since the demand left Off.</summary>
        public int PuffCount;

        /// <summary>How long a session that a stick alone began has gone unused since Ready, ms; or <see cref="Confirmed"/>.</summary>
        public int UnusedMs = Confirmed;

        /// <summary>Charge of the cell as the gauge has it, permille; -1 before its first sample.</summary>
        public int ChargePermille = -1;

        /// <summary>The heater's monitor, and the thermocouple, brought a sample since the last tick.</summary>
        public bool NewHeaterSample;

        /// <summary>See <see cref="NewHeaterSample"/>.</summary>
        public bool NewCoupleSample;

        /// <summary>The last sample of the monitor tells a resistance.</summary>
        public bool HasResistance;

        /// <summary>Resistance of the heater over the one at 0 °C; of use only with <see cref="HasResistance"/>.</summary>
        public float Ratio;

        /// <summary>Mean power over the last tick, watts; 0 where nothing was applied.</summary>
        public float MeanWatts;

        /// <summary>Energy since the demand left Off, joules.</summary>
        public float SessionJoules;

        /// <summary>Heater temperature: from the resistance, or else the thermocouple's, degrees Celsius; NaN where neither tells one.</summary>
        public float Celsius;

        /// <summary>The heater has been within 10 °C of its set point since this phase of the session began.</summary>
        public bool Settled;

        /// <summary>The cell gives so little that a puff may take more: what it does not give is no fault of the heater.</summary>
        public bool CellStarved => Inputs.CellMv < StarvedMv;

        /// <summary>Next to nothing flows into the cell or out of it: 20 mA, a twelfth of an hour's current, at most.</summary>
        public bool CellRests => Inputs.CellMa <= RestingMa && Inputs.CellMa >= -RestingMa;

        private HeatPhase settledPhase;

        /// <summary>This unit's resistance at 0 °C, ohms.</summary>
        public float ColdOhms => HeaterCalibration.ColdOhms(settings);

        /// <summary>Calibrated resistance as it is stored, micro-ohm, plausible or not.</summary>
        public int ColdMicroOhm => settings.HeaterR0MicroOhm;

        /// <summary>The user allowed heating to start when a stick is inserted.</summary>
        public bool AutoStart => settings.AutoStart;

        /// <summary>Takes one tick's samples and what was applied while they were taken.</summary>
        public void Observe(long nowMs, BoardInputs inputs, HeatDemand demand, int appliedPermille)
        {
            long elapsedMs = NowMs < 0 ? 0 : nowMs - NowMs;
            NowMs = nowMs;
            ClockWentBack = elapsedMs < 0;
            ElapsedMs = elapsedMs < 0 ? 0 : elapsedMs > LongestElapsedMs ? LongestElapsedMs : (int)elapsedMs;
            Inputs = inputs;
            Demand = demand;
            AppliedPermille = appliedPermille;
            bool fresh = demand.IsFreshAt(nowMs);
            Heating = fresh && demand.Phase != HeatPhase.Off;
            StartExpected = fresh && demand.Phase == HeatPhase.Off && demand.StartExpected;
            NewCoupleSample = inputs.ThermocoupleSampleMs >= 0 && inputs.ThermocoupleSampleMs != coupleMs;
            coupleMs = inputs.ThermocoupleSampleMs;
            NewHeaterSample = inputs.HeaterSampleMs >= 0 && inputs.HeaterSampleMs != heaterMs;
            heaterMs = inputs.HeaterSampleMs;
            if (NewHeaterSample)
            {
                ReadMonitor(inputs.HeaterVolts, inputs.HeaterAmps);
            }
        }

        /// <summary>Works out what the checks want to know beyond the samples.</summary>
        public void Conclude(int puffCount)
        {
            PuffCount = puffCount;
            SessionJoules = Heating ? SessionJoules + (MeanWatts * ElapsedMs / 1000f) : 0f;
            Celsius = HasResistance ? CelsiusAt(Ratio) : Inputs.ThermocoupleCelsius;
            Escalated = 0;
            Settle(Demand);
        }

        /// <summary>
        /// Temperature at a resistance ratio, degrees Celsius: the linear one and one step of Newton's method. It errs by
        /// less than 0.1 °C from -60 to 400 and by less than 3 °C up to 700.
        /// </summary>
        private static float CelsiusAt(float ratio)
        {
            float linear = (ratio - 1f) / A;
            linear = linear > HighestLinearCelsius ? HighestLinearCelsius : linear;
            return linear - ((1f + (linear * (A + (linear * B))) - ratio) / (A + (2f * B * linear)));
        }

        /// <summary>
        /// Over one conversion the averages are duty·V and duty·I: V/I is the resistance at any duty, and V·I/duty the
        /// mean power.
        /// </summary>
        private void ReadMonitor(float volts, float amps)
        {
            HasResistance = AppliedPermille >= MeasurablePermille
                && Finite.IsWithin(amps, LowestAmps, HighestReading) && Finite.IsWithin(volts, amps * ShuntOhms, HighestReading);
            if (HasResistance)
            {
                float heaterVolts = volts - (amps * ShuntOhms);
                Ratio = heaterVolts / amps / ColdOhms;
                MeanWatts = heaterVolts * amps * 1000f / AppliedPermille;
            }
            else
            {
                MeanWatts = 0f;
            }
        }

        private void Settle(HeatDemand demand)
        {
            if (demand.Phase != settledPhase)
            {
                settledPhase = demand.Phase;
                Settled = false;
            }

            float below = demand.SetpointCelsius - Celsius;
            Settled |= Finite.IsWithin(below, -SettledCelsius, SettledCelsius);
        }
    }
}
