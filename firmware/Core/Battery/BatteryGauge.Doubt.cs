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

        private const int WarmestModelMilliCelsius = CellModel.WarmestCelsius * 1000;

        // With a current that stands still under load anything may flow: four times the capacity an hour. A voltage that comes
        // half of the way back was a spike.
        private const int StuckFactor = 16;

        // Under a load of 2C and more the voltage does not stand this still: the cell rests, and the current is right.
        private const int StillMv = 10;
        private const long StillMs = 30000;

        private const long StuckMs = 1000;

        private bool voltageStuck;
        private bool currentStuck;
        private int beforeStuckMv;
        private int stillMv;
        private long stillMs;
        private long stuckMs;
        private long unseenMs;

        /// <summary>The sensor that has stood still for a second, and is not believed; None where both are alive.</summary>
        public GaugeReset Distrust { get; private set; }

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
            float stepOhms = StepOhms();
            LookAtCurrent(elapsedMs, cellMv, changeMa, (int)(stepMa * stepOhms));
            stuckMs = voltageStuck || currentStuck ? stuckMs + elapsedMs : 0;
            GaugeReset stuck = currentStuck ? GaugeReset.StuckCurrent : GaugeReset.StuckVoltage;
            Distrust = stuckMs >= StuckMs ? stuck : GaugeReset.None;
            if (step && !voltageStuck && elapsedMs <= StepMs && stepOhms > 0f)
            {
                History.LearnResistance((int)(1000f * changeMv / (stepOhms * changeMa)), FullCycles);
            }
        }

        /// <summary>
        /// What a new cell answers to a step of the current. The model's cell was measured up to 25 degrees Celsius; above, the
        /// resistance falls as the holder's own cell has it.
        /// </summary>
        private float StepOhms()
        {
            float ohms = filter.Cell.StepOhms * model.CapacityMah / DesignCapacityMah;
            return milliCelsius > WarmestModelMilliCelsius
                ? ohms * CellTable.ResistanceMilliOhmAt(milliCelsius) / CellTable.ResistanceMilliOhmAt(WarmestModelMilliCelsius)
                : ohms;
        }

        /// <summary>A voltage that moves as under a step of the load, and a current that does not, come from a stuck sensor of the current.</summary>
        private void LookAtCurrent(long elapsedMs, int cellMv, int changeMa, int stepMv)
        {
            if (!currentStuck)
            {
                beforeStuckMv = CellMv;
            }

            int movedMv = cellMv - beforeStuckMv;
            int leastMv = currentStuck ? stepMv / 2 : stepMv;
            bool moved = cellMv > stillMv + StillMv || cellMv < stillMv - StillMv;
            stillMs = moved ? 0 : stillMs + elapsedMs;
            stillMv = moved ? cellMv : stillMv;
            bool stuck = HasSample && changeMa == 0 && stillMs < StillMs && stepMv > 0 && (movedMv >= leastMv || movedMv <= -leastMv);
            if (currentStuck && !stuck)
            {
                // What flowed meanwhile nobody knows: from now on the voltage tells the charge.
                filter.Lose(unseenMs * UnseenSharePerMs);
            }

            currentStuck = stuck;
        }
    }
}
