using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core
{
    /// <summary>The host build's own half: state machine and controller can be made to go wrong.</summary>
    public sealed partial class HeaterLoop
    {
        public LoopDisturbance Disturbance { get; } = new LoopDisturbance();

        private long confirmedMs;

        partial void DisturbDemand(long nowMs, HeatDemand demand)
        {
            confirmedMs = Disturbance.DemandStands ? confirmedMs : demand.ConfirmedMs;
            demand.ConfirmedMs = confirmedMs;
            if (Disturbance.ForcedPhase != HeatPhase.Off)
            {
                demand.Phase = Disturbance.ForcedPhase;
                demand.ConfirmedMs = nowMs;
            }

            if (demand.Phase != HeatPhase.Off && Disturbance.ForcedSetpointCelsius > 0f)
            {
                demand.SetpointCelsius = Disturbance.ForcedSetpointCelsius;
            }
        }

        partial void DisturbDuty(ref float requestedPermille)
        {
            if (Disturbance.ForcesDuty)
            {
                requestedPermille = Disturbance.ForcedPermille;
            }
        }
    }
}
