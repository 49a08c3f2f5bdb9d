namespace IqosDevice.Firmware.Core.Ports
{
    /// <summary>
    /// What Core wants the board to do until the next step. One instance, reused; the board layer applies it at
    /// the end of every tick. A board that does not hear of it in time opens the load switch by itself (row 28).
    /// </summary>
    public sealed class BoardOutputs
    {
        /// <summary>Heater PWM duty, 0..1000; for the proof of the cut-out also with the load switch open.</summary>
        public int HeaterDutyPermille;

        /// <summary>Load switch between cell and heater closed.</summary>
        public bool LoadSwitchOn;

        /// <summary>The heartbeat pin changes its level in this tick.</summary>
        public bool Heartbeat;

        /// <summary>Charger chip enabled.</summary>
        public bool ChargeEnabled;

        /// <summary>Brightness of the three upper lights, top first, permille of full.</summary>
        public readonly int[] LightPermille = new int[3];

        /// <summary>Brightness of the white part of the bottom light, permille of full.</summary>
        public int BottomWhitePermille;

        /// <summary>Brightness of the red part of the bottom light, permille of full; both parts together are yellow.</summary>
        public int BottomRedPermille;

        /// <summary>Vibration motor, permille of full.</summary>
        public int VibrationPermille;
    }
}
