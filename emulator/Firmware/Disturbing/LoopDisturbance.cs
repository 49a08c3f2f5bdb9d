using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core
{
    /// <summary>What a state machine or a controller gone wrong tells the supervisor; nothing by default.</summary>
    public sealed class LoopDisturbance
    {
        /// <summary>Phase that is demanded in every tick, whatever the state machine wants; Off for none.</summary>
        public HeatPhase ForcedPhase { get; set; }

        /// <summary>The state machine has stopped: its last demand stands, and nobody confirms it any more.</summary>
        public bool DemandStands { get; set; }

        /// <summary>Set point of every demand, degrees Celsius; 0 for that of the state machine.</summary>
        public float ForcedSetpointCelsius { get; set; }

        /// <summary>The controller's output is <see cref="ForcedPermille"/>.</summary>
        public bool ForcesDuty { get; set; }

        /// <summary>Any bits at all: NaN, infinite, negative.</summary>
        public float ForcedPermille { get; set; }
    }
}
