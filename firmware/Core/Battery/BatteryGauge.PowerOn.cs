namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>What the first sample after a reset makes of the stored charge.</summary>
    public sealed partial class BatteryGauge
    {
        private const int PowerOnDisagreementPermille = 100;
        private const float RestoredSigma = 0.01f;
        private const float RestoredUnderLoadSigma = 0.1f;

        private void PowerOn()
        {
            int permille = PermilleOfVoltage();
            int difference = counter.Permille - permille;
            bool agrees = difference <= PowerOnDisagreementPermille && difference >= -PowerOnDisagreementPermille;
            bool resting = IsResting(CellMa);
            filter.Unsettle(resting);
            if (ResetReason == GaugeReset.None && agrees)
            {
                filter.Trust(resting ? RestoredSigma : RestoredUnderLoadSigma);
            }
            else
            {
                // No stored charge, or another cell is in, or the counter was wrong: the voltage is the best that there is.
                ResetReason = ResetReason == GaugeReset.None ? GaugeReset.Contradicted : ResetReason;
                counter.Anchor(permille);
                filter.Trust(ChargeFilter.UnknownSigma);
                unseenMs = resting ? 0 : ColdStartPermille * MsPerUnseenPermille;
            }

            shown.Reset(counter.Permille);
        }

        /// <summary>What the voltage says about the charge, as far as nothing is known of the minutes before.</summary>
        private int PermilleOfVoltage()
        {
            CellVoltage cell = filter.Cell;
            float charge = (float)model.PermilleAt(CellMv) / 1000;
            cell.Evaluate(charge, milliCelsius * 0.001f, CellMa * model.CapacityMah * 0.001f / DesignCapacityMah);
            int addedMv = (int)((cell.OverpotentialVolts + cell.ShiftVolts) * 1000f);
            return model.PermilleAt(CellMv - addedMv);
        }
    }
}
