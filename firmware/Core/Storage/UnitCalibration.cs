namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// What the calibration run found out about this unit's heater; 0 for what is not known. Stored as one record; see
    /// <see cref="CalibrationRecord"/>.
    /// </summary>
    public sealed class UnitCalibration
    {
        /// <summary>Heat capacity of the heater, micro-joule per kelvin.</summary>
        public int HeatCapacityMicroJoule;

        /// <summary>What the heater without a stick loses to its surroundings, microwatt per kelvin.</summary>
        public int LossMicroWatt;

        /// <summary>Something changed since the last write; the store clears it.</summary>
        public bool Dirty;
    }
}
