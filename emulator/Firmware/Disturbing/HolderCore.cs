namespace IqosDevice.Firmware.Core
{
    /// <summary>The host build's own half: the way to what can be made to go wrong.</summary>
    public sealed partial class HolderCore
    {
        /// <summary>Makes state machine and controller go wrong.</summary>
        public LoopDisturbance Disturbance => heater.Disturbance;
    }
}
