using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// Watches over the charger chip: 250 mA, then 4.2 V, until hardly anything flows; within 1.5 times the time that the
    /// missing charge takes. What it has stopped stays so until the holder leaves the dock; a full cell until it has sunk.
    /// </summary>
    public sealed class ChargeWatch
    {
        private const int ChargeMa = 250;
        private const int HighestMa = 325;
        private const int HighestMv = 4250;
        private const int EndMv = 4150;
        private const int EndMa = 12;
        private const int AgainMv = 4050;

        // Ten seconds at 5 Hz; a single reading may be wrong.
        private const int NeededSamples = 50;

        private const int TaperMinutes = 30;
        private const int MsPerMinute = 60000;
        private const int LongestStepMs = 1000;

        private readonly BatteryGauge gauge;
        private long lastMs;
        private long lastSampleMs;
        private long chargedMs;
        private long limitMs;
        private int wrongSamples;
        private int endSamples;

        public ChargeWatch(BatteryGauge gauge)
        {
            this.gauge = gauge;
        }

        /// <summary>Why charging was ended; None while it may go on.</summary>
        public ChargeStop Stop { get; private set; }

        /// <summary>Minutes that the charger has been active since the holder was docked.</summary>
        public int Minutes => (int)(chargedMs / MsPerMinute);

        /// <summary>One step.</summary>
        /// <returns>True where charging may go on.</returns>
        public bool Step(long nowMs, BoardInputs inputs)
        {
            long elapsedMs = nowMs - lastMs;
            lastMs = nowMs;
            if (!inputs.Docked)
            {
                Stop = ChargeStop.None;
                chargedMs = 0;
                wrongSamples = 0;
                endSamples = 0;
                return true;
            }

            if (Stop == ChargeStop.Full && inputs.CellMv < AgainMv)
            {
                Stop = ChargeStop.None;
                chargedMs = 0;
            }

            if (inputs.ChargerActive)
            {
                limitMs = chargedMs == 0 ? LimitMs() : limitMs;
                chargedMs += elapsedMs < 0 ? 0 : elapsedMs > LongestStepMs ? LongestStepMs : elapsedMs;
                LookAtSample(inputs);
                if (Stop == ChargeStop.None && chargedMs > limitMs)
                {
                    Stop = ChargeStop.TimeOut;
                }
            }

            return Stop == ChargeStop.None;
        }

        /// <summary>1.5 times what the missing charge takes at full current, and the end at full voltage.</summary>
        private long LimitMs()
        {
            int missingMah = gauge.FullChargeMah - gauge.RemainingMah;
            return ((missingMah * 60 / ChargeMa) + TaperMinutes) * MsPerMinute * 3L / 2;
        }

        private void LookAtSample(BoardInputs inputs)
        {
            if (inputs.CellSampleMs == lastSampleMs)
            {
                return;
            }

            lastSampleMs = inputs.CellSampleMs;
            bool wrong = inputs.CellMa > HighestMa || inputs.CellMv > HighestMv;
            bool ending = inputs.CellMv >= EndMv && inputs.CellMa < EndMa && inputs.CellMa >= 0;
            wrongSamples = wrong ? wrongSamples + 1 : 0;
            endSamples = ending ? endSamples + 1 : 0;
            if (wrongSamples >= NeededSamples)
            {
                Stop = ChargeStop.OutOfLimits;
            }
            else if (endSamples >= NeededSamples && Stop == ChargeStop.None)
            {
                Stop = ChargeStop.Full;
            }
        }
    }
}
