namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>What the gauge makes of broken readings, gaps and sensors that are stuck: it knows less, and says so.</summary>
    public sealed partial class BatteryGauge
    {
        // Readings outside are a broken sensor, not a cell.
        private const int LowestMv = 2000;
        private const int HighestMv = 4600;
        private const int HighestCRate = 33;
        private const int LowestMilliCelsius = -40000;
        private const int HighestMilliCelsius = 125000;

        // What may have flowed unseen: a quarter of the capacity in an hour, a twentieth where nothing flowed before and after.
        private const long MsPerUnseenPermille = 14400;
        private const int RestingDivisor = 5;
        private const float UnseenSharePerMs = 0.001f / MsPerUnseenPermille;
        private const int ColdStartPermille = 45;

        // A step of the current of twice the capacity an hour shows the resistance, and a voltage that does not answer is stuck.
        private const int StepDivisor = 2;
        private const long StepMs = 500;

        private bool voltageStuck;
        private long unseenMs;

        private bool IsPlausible(int cellMv, int cellMa)
        {
            int highestMa = DesignCapacityMah * HighestCRate;
            return cellMv >= LowestMv && cellMv <= HighestMv && cellMa >= -highestMa && cellMa <= highestMa;
        }

        /// <summary>A broken reading: time passes, and nobody knows what flows.</summary>
        private void LoseSample(long sampleMs, long elapsedMs)
        {
            if (HasSample && elapsedMs <= PauseMs)
            {
                lastMs = sampleMs;
                Lose(elapsedMs);
            }
        }

        private void Lose(long elapsedMs)
        {
            unseenMs += elapsedMs;
            filter.Lose(elapsedMs * UnseenSharePerMs);
        }

        private void TakeTemperature(int cellMilliCelsius, long elapsedMs)
        {
            if (cellMilliCelsius >= LowestMilliCelsius && cellMilliCelsius <= HighestMilliCelsius)
            {
                milliCelsius = cellMilliCelsius;
            }
            else
            {
                Lose(elapsedMs / RestingDivisor);
            }
        }

        private void LookAtGap(long elapsedMs, int cellMa)
        {
            if (elapsedMs > PauseMs)
            {
                Lose(IsResting(CellMa) && IsResting(cellMa) ? elapsedMs / RestingDivisor : elapsedMs);
            }
        }

        /// <summary>A step of the current tells the resistance; a voltage that does not answer to it comes from a stuck sensor.</summary>
        private void LookAtStep(long elapsedMs, int cellMv, int cellMa)
        {
            int changeMv = cellMv - CellMv;
            int changeMa = cellMa - CellMa;
            int stepMa = DesignCapacityMah * StepDivisor;
            bool step = HasSample && (changeMa >= stepMa || changeMa <= -stepMa);
            voltageStuck = changeMv == 0 && (voltageStuck || step);
            float stepOhms = filter.Cell.StepOhms * model.CapacityMah / DesignCapacityMah;
            if (step && !voltageStuck && elapsedMs <= StepMs && stepOhms > 0f)
            {
                History.LearnResistance((int)(1000f * changeMv / (stepOhms * changeMa)), FullCycles);
            }
        }
    }
}
