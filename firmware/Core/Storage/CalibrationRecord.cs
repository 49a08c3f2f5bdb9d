using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// The unit's calibration as stored: heat capacity of the heater u32, micro-joule per kelvin · its loss without a
    /// stick u32, microwatt per kelvin.
    /// </summary>
    public sealed class CalibrationRecord : StoredRecord
    {
        private const int MostMicro = 1000000;

        private readonly UnitCalibration calibration;

        public CalibrationRecord(byte kind, UnitCalibration calibration)
            : base(kind, 1, 8)
        {
            this.calibration = calibration;
        }

        public override bool IsDirty => calibration.Dirty;

        public override void MarkClean()
        {
            calibration.Dirty = false;
        }

        public override void WritePayload(byte[] buffer, int offset)
        {
            LittleEndian.WriteUInt32(buffer, offset, (uint)calibration.HeatCapacityMicroJoule);
            LittleEndian.WriteUInt32(buffer, offset + 4, (uint)calibration.LossMicroWatt);
        }

        public override void ReadPayload(byte[] buffer, int offset)
        {
            calibration.HeatCapacityMicroJoule = Plausible(LittleEndian.ReadUInt32(buffer, offset));
            calibration.LossMicroWatt = Plausible(LittleEndian.ReadUInt32(buffer, offset + 4));
        }

        private static int Plausible(uint stored)
        {
            return stored <= MostMicro ? (int)stored : 0;
        }
    }
}
