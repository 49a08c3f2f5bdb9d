namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>The moments at which the charge is known without counting: rest, full, empty.</summary>
    public sealed partial class BatteryGauge
    {
        // Of the capacity: the end of the charge.
        private const int TaperDivisor = 6;
        private const int FullMv = 4150;
        private const long TaperMs = 10000;
        private const float FullSigma = 0.005f;

        private const long RestMs = 600000;

        // As empty as this the voltage alone tells the charge.
        private const int EmptyMv = 3300;

        // In the cold, and under more than 1.5C, the overpotential is too uncertain to learn a capacity from.
        private const int LearningMilliCelsius = 10000;

        private readonly CapacityLearner learner = new CapacityLearner();
        private long restMs;
        private long taperMs;
        private bool wasEmpty;

        /// <summary>After ten minutes of rest the voltage tells the charge: counting begins anew.</summary>
        private bool AnchorAtRest(long elapsedMs)
        {
            restMs = IsResting(CellMa) && stuckMs == 0 ? restMs + elapsedMs : 0;
            if (restMs < RestMs)
            {
                return false;
            }

            restMs = 0;
            unseenMs = 0;
            counter.Confirm();
            Learn(counter.Permille);
            return true;
        }

        private bool AnchorAtFull(long elapsedMs)
        {
            bool tapering = !currentStuck && CellMv >= FullMv && CellMa >= ChargingMa && CellMa <= DesignCapacityMah / TaperDivisor;
            taperMs = tapering ? taperMs + elapsedMs : 0;
            if (taperMs < TaperMs)
            {
                return false;
            }

            Learn(1000);
            unseenMs = 0;
            counter.Anchor(1000);
            filter.Trust(FullSigma);
            return true;
        }

        /// <summary>Under load close to empty the voltage falls so steeply that it tells the charge, once a discharge.</summary>
        private void AnchorAtEmpty()
        {
            int overpotentialMv = (int)(filter.Cell.OverpotentialVolts * 1000f);
            bool empty = CellMa < -(DesignCapacityMah / RestDivisor) && CellMv - overpotentialMv < EmptyMv;
            bool believed = milliCelsius >= LearningMilliCelsius && CellMa >= -(DesignCapacityMah / 2 * 3);
            if (empty && !wasEmpty && believed)
            {
                Learn(model.PermilleAt(CellMv - overpotentialMv));
            }

            wasEmpty = (empty && believed) || (wasEmpty && CellMa < ChargingMa);
        }

        /// <summary>The charge is known without counting.</summary>
        private void Learn(int permille)
        {
            if (learner.Anchor(permille, counter))
            {
                History.LearnedCapacity(FullCycles);
            }
        }
    }
}
