using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>A supervisor alone, in the middle of a harmless session unless a test says otherwise.</summary>
    public sealed class SupervisorBench
    {
        public readonly Supervisor Supervisor;
        public readonly BoardInputs Inputs = new BoardInputs();
        public readonly HeatDemand Demand = new HeatDemand();

        /// <summary>Age of the samples that a tick sees, ms.</summary>
        public int SampleAgeMs;

        private const int PeriodMs = 20;
        private const int HoldTicks = 55;
        private const int ProofTicks = 15;
        private const int DeadManMs = 200;

        private long nowMs = 1000;
        private long beatMs;
        private float dither = 0.00125f;

        public SupervisorBench()
        {
            Supervisor = new Supervisor(new Settings());
            Inputs.StickPresent = true;
            Inputs.ThermocoupleRaw = 1200;
            Inputs.ThermocoupleCelsius = 150f;
            Inputs.ReferenceMv = 1225;
            Inputs.ButtonPressed = true;
            for (int tick = 0; tick < HoldTicks; tick++)
            {
                Step(0f, PeriodMs);
            }

            Inputs.ButtonPressed = false;
            Demand.Phase = HeatPhase.Preheat;
            Demand.SetpointCelsius = 335f;
            for (int tick = 0; tick < ProofTicks; tick++)
            {
                Step(0f, PeriodMs);
            }
        }

        /// <summary>One tick with a wish of the controller.</summary>
        /// <returns>The duty that is permitted.</returns>
        public int Step(float requestedPermille)
        {
            return Step(requestedPermille, PeriodMs);
        }

        /// <summary>One tick that comes <paramref name="periodMs"/> after the last.</summary>
        public int Step(float requestedPermille, int periodMs)
        {
            nowMs += periodMs;
            Demand.ConfirmedMs = nowMs;
            return StepUnconfirmed(requestedPermille);
        }

        /// <summary>One tick with a demand that nobody renewed for too long.</summary>
        public int StepForgotten(float requestedPermille)
        {
            nowMs += PeriodMs;
            Demand.ConfirmedMs = nowMs - HeatDemand.FreshMs - 1;
            return StepUnconfirmed(requestedPermille);
        }

        /// <summary>Ticks until a row trips; -1 where none did in <paramref name="limit"/> ticks.</summary>
        public int TicksToFault(int limit)
        {
            for (int tick = 1; tick <= limit; tick++)
            {
                Step(500f);
                if (Supervisor.FaultRow != 0)
                {
                    return tick;
                }
            }

            return -1;
        }

        private int StepUnconfirmed(float requestedPermille)
        {
            // Sensors that live move by a bit.
            dither = -dither;
            Inputs.HeaterVolts += dither;
            Inputs.ThermocoupleRaw ^= 1;
            Inputs.GateHigh = Supervisor.DutyPermille > 0;
            Inputs.HeaterSampleMs = nowMs - SampleAgeMs;
            Inputs.ThermocoupleSampleMs = nowMs - SampleAgeMs;
            AnswerProof();
            Inputs.HeaterTopVolts = Inputs.HeaterVolts;
            Supervisor.Permit(nowMs, Inputs, Demand, requestedPermille);
            Supervisor.Watch(0);
            beatMs = Supervisor.Heartbeat ? nowMs : beatMs;
            return Supervisor.DutyPermille;
        }

        /// <summary>The proof of the cut-out finds a board that is whole.</summary>
        private void AnswerProof()
        {
            bool proving = Demand.Phase != HeatPhase.Off && Supervisor.DutyPermille == CutOutProof.ProofPermille;
            bool closed = Supervisor.LoadSwitchOn && nowMs - beatMs <= DeadManMs;
            if (proving)
            {
                Inputs.HeaterVolts = closed ? 0.07f : 0f;
                Inputs.HeaterAmps = closed ? 0.05f : 0f;
            }
            else if (Supervisor.DutyPermille == 0)
            {
                Inputs.HeaterVolts = 0f;
                Inputs.HeaterAmps = 0f;
            }
        }
    }
}
