namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>What the state machine shows to the rest of the firmware; one instance, all of it as of one moment.</summary>
    public sealed class HolderStatus
    {
        public HolderState State;

        /// <summary>Row of the safety checklist that tripped, 0 for none.</summary>
        public int FaultRow;

        /// <summary>The fault is a lock-out (L): a reset does not release it.</summary>
        public bool FaultLatched;

        public bool Docked;
        public bool StickPresent;
        public bool Locked;
        public bool Puffing;

        public bool Paused => State == HolderState.Paused;

        public bool EndWarning => State == HolderState.EndWarning;

        /// <summary>Heater temperature, tenths of a degree Celsius.</summary>
        public int HeaterDeciCelsius;

        /// <summary>Set point, tenths of a degree Celsius; 0 with the heater off.</summary>
        public int SetpointDeciCelsius;

        /// <summary>Seconds left in the session; 0 outside one.</summary>
        public int SecondsLeft;

        /// <summary>Puffs left in the session; 0 outside one.</summary>
        public int PuffsLeft;

        /// <summary>The heater may be powered: no storage write may start.</summary>
        public bool HeaterOn;
    }
}
