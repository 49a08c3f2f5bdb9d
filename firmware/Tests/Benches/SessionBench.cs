using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>
    /// The state machine with a heater that reaches its set point in 8 s. It steps five times slower than the loop:
    /// a session then takes the device seconds instead of half a minute.
    /// </summary>
    public sealed class SessionBench
    {
        public const int StepMs = 100;

        public readonly Settings Settings = new Settings();
        public readonly UsageCounters Usage = new UsageCounters();
        public readonly EventLog Log = new EventLog();
        public readonly BoardInputs Inputs = new BoardInputs();
        public readonly HeaterView Heater = new HeaterView();
        public readonly SessionMachine Machine;

        private const float RoomCelsius = 25f;
        private const float CelsiusPerStep = 4f;

        public SessionBench(HolderModelId model)
            : this(model, 4100)
        {
        }

        public SessionBench(HolderModelId model, int cellMv)
        {
            BatteryGauge gauge = new BatteryGauge();
            gauge.Step(0, cellMv, 0, 25000);
            Machine = new SessionMachine(new HolderModel(model), Settings, Usage, Log, gauge, new UserRequests());
            Inputs.CellMv = cellMv;
            Inputs.CellMilliCelsius = 25000;
            Inputs.BoardMilliCelsius = 25000;
            Inputs.CellSampleMs = 0;
            Heater.Valid = true;
            Heater.Celsius = RoomCelsius;
            Step();
        }

        /// <summary>Time since boot.</summary>
        public long NowMs { get; private set; }

        public HolderState State => Machine.Status.State;

        public void Step()
        {
            NowMs += StepMs;
            float target = Machine.Demand.Phase == HeatPhase.Off ? RoomCelsius : Machine.Demand.SetpointCelsius;
            Heater.Celsius += System.Math.Clamp(target - Heater.Celsius, -CelsiusPerStep, CelsiusPerStep);
            StepMachine(NowMs);
        }

        /// <summary>All three parts of the state machine, which the loop spreads over its ticks.</summary>
        public void StepMachine(long nowMs)
        {
            Machine.Sense(nowMs, Inputs);
            Machine.Decide(nowMs, Inputs, Heater);
            Machine.Report(nowMs, Inputs, Heater);
        }

        public void Run(int ms)
        {
            for (int elapsedMs = 0; elapsedMs < ms; elapsedMs += StepMs)
            {
                Step();
            }
        }

        /// <summary>Holds the button for a time and releases it.</summary>
        public void Hold(int ms)
        {
            Inputs.ButtonPressed = true;
            Run(ms);
            Inputs.ButtonPressed = false;
            Step();
        }

        public void InsertStick()
        {
            Inputs.StickPresent = true;
            Run(700);
        }

        /// <summary>Inserts a stick and holds the button until preheating begins.</summary>
        public void Start()
        {
            InsertStick();
            Hold(1200);
            Expect.State(HolderState.Preheat, State);
        }

        /// <summary>The same, and waits until the holder is ready.</summary>
        public void StartAndGetReady()
        {
            Start();
            Run(20000);
            Expect.State(HolderState.Session, State);
        }

        /// <summary>One puff of a second and a second of rest.</summary>
        public void Puff(int meanMl)
        {
            Heater.Puffing = true;
            Heater.PuffCount++;
            Run(1000);
            Heater.MeanPuffMl = meanMl;
            Heater.Puffing = false;
            Run(1000);
        }

        /// <summary>The last session ended for this reason.</summary>
        public void ShouldHaveEnded(SessionEndReason reason)
        {
            Assert.AreEqual((int)reason, (int)Machine.LastEndReason, "Reason of the end:");
            Assert.AreEqual((int)HeatPhase.Off, (int)Machine.Demand.Phase, "Phase:");
        }

        /// <summary>Holding the button starts nothing, for this reason.</summary>
        public void ShouldRefuseToStart(StartRefusal refusal)
        {
            Hold(1200);
            Assert.AreEqual((int)refusal, (int)Machine.LastRefusal, "Refusal:");
            Assert.AreEqual((int)HeatPhase.Off, (int)Machine.Demand.Phase, "Phase:");
        }
    }
}
