namespace IqosDevice.Firmware.Core.Battery.Cells
{
    /// <summary>
    /// The holder's cell, 250 mAh, as its data sheet shows it (<see cref="CellTable"/>): its resistance depends on the
    /// temperature alone, one polarization of 20 s comes with it.
    /// </summary>
    public static class HolderCell
    {
        private const float TwentySeconds = 0.0487706f;
        private const float ThreeTimeConstants = 60f;
        private const int FastSharePermille = 250;
        private const int CutoffMv = 3000;

        /// <summary>Makes the table.</summary>
        public static CellModel Create()
        {
            short[] terms = new short[CellModel.FlatTermsLength];
            for (int temperature = 0; temperature < CellModel.TemperatureCount; temperature++)
            {
                int celsius = temperature == CellModel.TemperatureCount - 1 ? 25 : -20 + (temperature * 10);
                int tenthMilliOhm = CellTable.ResistanceMilliOhmAt(celsius * 1000) * 10;
                int index = temperature * CellModel.TermCount;
                terms[index + 1] = (short)tenthMilliOhm;
                terms[index + 3] = (short)(tenthMilliOhm * FastSharePermille / 1000);
            }

            CellModel model = new CellModel(
                CellTable.DesignCapacityMah, CellTable.OpenCircuitTable(), terms, new short[] { 3000, 3000, 3000, 3000, 3000 });
            model.FastGain = TwentySeconds;
            model.SettlingSeconds = ThreeTimeConstants;
            model.CutoffMv = CutoffMv;
            return model;
        }
    }
}
