namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>What the heater side knows about the heater; filled by HeaterLoop before the state machine's step.</summary>
    public sealed class HeaterView
    {
        /// <summary>The temperature below is fit for control: fresh, in range and agreed by the sensors.</summary>
        public bool Valid;

        /// <summary>Heater temperature, degrees Celsius.</summary>
        public float Celsius;

        /// <summary>A puff is going on.</summary>
        public bool Puffing;

        /// <summary>Puffs since the demand last left <see cref="HeatPhase.Off"/>.</summary>
        public int PuffCount;

        /// <summary>Mean estimated volume of the puffs so far, ml; 0 before the first.</summary>
        public int MeanPuffMl;

        /// <summary>How far the calibration run has come that goes on, or how the last one ended.</summary>
        public CalibrationStage Calibration;

        /// <summary>Nobody uses a session that a stick alone began (row 34): there is no more heat in it.</summary>
        public bool Unattended;

        /// <summary>Row of the check that tripped and has not been released, 0 for none.</summary>
        public int FaultRow;

        /// <summary>The tripped row is a lock-out (L).</summary>
        public bool FaultLatched;
    }
}
