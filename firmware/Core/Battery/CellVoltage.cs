namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// The voltage that a cell should show: open-circuit voltage of its charge and temperature, and what the current of now
    /// and of the last minutes adds. Amperes are those of the measured cell (<see cref="CellModel.CapacityMah"/>).
    /// </summary>
    public sealed class CellVoltage
    {
        // Between two temperatures a resistance falls like an exponential, not like a line.
        private const float Bend = 0.604f;
        private const float TenthMilli = 0.0001f;

        private readonly CellModel model;
        private readonly short[] terms;
        private readonly int nextCharge;
        private readonly int nextTemperature;
        private float fastAmps;
        private float slowAmps;
        private float warmth;
        private float within;
        private float changePerStep;

        public CellVoltage(CellModel model)
        {
            this.model = model;
            terms = model.Terms;
            bool flat = terms.Length == CellModel.FlatTermsLength;
            nextCharge = flat ? 0 : CellModel.TermCount;
            nextTemperature = flat ? CellModel.TermCount : CellModel.ChargeCount * CellModel.TermCount;
        }

        /// <summary>Voltage of the rested cell, volts.</summary>
        public float OpenCircuitVolts { get; private set; }

        /// <summary>How much of it the temperature adds, volts.</summary>
        public float ShiftVolts { get; private set; }

        /// <summary>What the current adds, volts; negative while discharging.</summary>
        public float OverpotentialVolts { get; private set; }

        /// <summary>The same of now and of the last minutes, each without its sign: what the model may be wrong by goes with it.</summary>
        public float OverpotentialSize { get; private set; }

        /// <summary>Change of the terminal voltage over the whole charge, volts.</summary>
        public float SlopeVolts { get; private set; }

        /// <summary>Resistance of a new cell to a change of the current, ohms.</summary>
        public float StepOhms { get; private set; }

        /// <summary>Resistances by those of a new cell: they grow with age.</summary>
        public float Resistance { get; set; } = 1f;

        /// <summary>Mean current of late, as the fast polarization follows it, amperes of the measured cell.</summary>
        public float FastAmps => fastAmps;

        /// <summary>Nothing has flowed for long.</summary>
        public void Rest()
        {
            fastAmps = 0;
            slowAmps = 0;
        }

        /// <summary>A current flowed for a time, seconds, more than 0.</summary>
        public void Flow(float amps, float seconds)
        {
            fastAmps += (amps - fastAmps) * Share(model.FastGain, seconds);
            slowAmps += (amps - slowAmps) * Share(model.SlowGain, seconds);
        }

        /// <summary>Evaluates a charge of 0..1 at a temperature and a current.</summary>
        public void Evaluate(float charge, float celsius, float amps)
        {
            short[] open = model.OpenCircuitMv;
            float position = charge * (CellModel.VoltagePointCount - 1);
            int below = Segment(position, CellModel.VoltagePointCount);
            float rise = (open[below + 1] - open[below]) * 0.001f;
            float open25 = (open[below] * 0.001f) + (rise * (position - below));

            int temperature = Temperature(celsius);
            float stepsPerCharge = charge < 0.1f ? 20f : 10f;
            position = charge < 0.1f ? charge * 20f : (charge * 10f) + 1f;
            int row = Segment(position, CellModel.ChargeCount);
            within = position - row;
            int index = (temperature * nextTemperature) + (row * nextCharge);

            short[] saturation = model.SaturationMa;
            float saturationAmps = (saturation[temperature]
                + ((saturation[temperature + 1] - saturation[temperature]) * warmth)) * 0.001f;
            float amount = amps < 0f ? -amps : amps;
            float saturated = amps * saturationAmps / (saturationAmps + amount);

            changePerStep = 0f;
            ShiftVolts = Term(index, 1f) * TenthMilli;
            OpenCircuitVolts = open25 + ShiftVolts;
            float now = (Term(index + 1, amps) + Term(index + 2, saturated)) * TenthMilli * Resistance;
            float past = (Term(index + 3, fastAmps) + Term(index + 4, slowAmps)) * TenthMilli * Resistance;
            OverpotentialVolts = now + past;
            OverpotentialSize = (now < 0f ? -now : now) + (past < 0f ? -past : past);
            SlopeVolts = (rise * (CellModel.VoltagePointCount - 1)) + (changePerStep * stepsPerCharge * TenthMilli);
            StepOhms = (Blended(index + 1) + Blended(index + 2)) * TenthMilli;
        }

        private static float Share(float gain, float seconds)
        {
            return seconds * gain / (1f + ((seconds - 1f) * gain));
        }

        private static int Segment(float position, int count)
        {
            int below = (int)position;
            return below < 0 ? 0 : below > count - 2 ? count - 2 : below;
        }

        /// <summary>The temperature below, and how far it is to the next one.</summary>
        private int Temperature(float celsius)
        {
            float held = celsius < -20f ? -20f : celsius < CellModel.WarmestCelsius ? celsius : CellModel.WarmestCelsius;
            int below = 3;
            float part = (held - 10f) / 15f;
            if (held < 10f)
            {
                part = (held + 20f) / 10f;
                below = (int)part;
                part -= below;
            }

            warmth = part + (Bend * part * (1f - part));
            return below;
        }

        private float Term(int index, float factor)
        {
            float low = Blended(index);
            float change = Blended(index + nextCharge) - low;
            changePerStep += change * factor;
            return (low + (change * within)) * factor;
        }

        private float Blended(int index)
        {
            return terms[index] + ((terms[index + nextTemperature] - terms[index]) * warmth);
        }
    }
}
