using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Session
{
    [TestClass]
    public sealed class SessionMachineTests
    {
        [TestMethod]
        public void It_boots_into_Ready_and_demands_no_heat()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            Expect.State(HolderState.Ready, bench.State);
            Assert.AreEqual((int)HeatPhase.Off, (int)bench.Machine.Demand.Phase);
            Assert.IsFalse(bench.Machine.Status.HeaterOn);
        }

        [TestMethod]
        [DataRow(900, false)]
        [DataRow(1200, true)]
        public void A_second_of_button_starts_and_less_does_not(int ms, bool starts)
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.InsertStick();
            Expect.State(HolderState.StickInserted, bench.State);
            bench.Hold(ms);
            Expect.State(starts ? HolderState.Preheat : HolderState.StickInserted, bench.State);
            Expect.Near(starts ? 345f : 0f, bench.Machine.Demand.SetpointCelsius, 0f);
        }

        [TestMethod]
        [DataRow(3, true)]
        [DataRow(0, false)]
        [DataRow(2, false)]
        public void Auto_start_heats_with_the_stick_where_the_model_has_it(int model, bool starts)
        {
            SessionBench bench = new SessionBench((HolderModelId)model);
            bench.Settings.AutoStart = true;
            bench.InsertStick();
            Expect.State(starts ? HolderState.Preheat : HolderState.StickInserted, bench.State);
        }

        [TestMethod]
        public void Ready_comes_after_18_seconds_of_soaking()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.Start();
            bench.Run(16000);
            Expect.State(HolderState.Preheat, bench.State);
            bench.Run(2500);
            Expect.State(HolderState.Session, bench.State);
            Assert.AreEqual(1u, bench.Usage.TotalUses);
        }

        [TestMethod]
        public void A_heater_that_tells_no_number_never_gets_Ready()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.Start();
            bench.Heater.Celsius = float.NaN;
            bench.Run(50000);
            Expect.State(HolderState.Preheat, bench.State);
            bench.Run(15000);
            bench.ShouldHaveEnded(SessionEndReason.Fault);
            Assert.AreEqual(0, bench.Machine.Status.HeaterDeciCelsius);
        }

        [TestMethod]
        public void A_session_ends_after_six_minutes_with_a_warning_before()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Run(325000);
            Expect.State(HolderState.Session, bench.State);
            bench.Run(10000);
            Expect.State(HolderState.EndWarning, bench.State);
            Expect.Within(20, 30, bench.Machine.Status.SecondsLeft);
            bench.Run(26000);
            bench.ShouldHaveEnded(SessionEndReason.Time);
            Expect.State(HolderState.Cooling, bench.State);
        }

        [TestMethod]
        [DataRow(false, 30, 14)]
        [DataRow(true, 55, 14)]
        [DataRow(true, 30, 18)]
        public void A_session_ends_with_its_last_puff(bool flexPuff, int meanMl, int puffs)
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.Settings.FlexPuff = flexPuff;
            bench.StartAndGetReady();
            for (int puff = 0; puff < 20; puff++)
            {
                bench.Puff(meanMl);
            }

            bench.ShouldHaveEnded(SessionEndReason.Puffs);
            Assert.AreEqual(puffs, bench.Machine.PuffsTaken);
        }

        [TestMethod]
        public void Set_points_follow_the_session()
        {
            Expect.Near(335f, HeatingProfile.Standard().AtCelsius(0, false), 0f);
            Expect.Near(335f, HeatingProfile.Standard().AtCelsius(300000, false), 0f);
            Expect.Near(340f, HeatingProfile.Standard().AtCelsius(330000, false), 0.01f);
            Expect.Near(345f, HeatingProfile.Standard().AtCelsius(360000, false), 0f);
            Expect.Near(335f, HeatingProfile.Standard().AtCelsius(360000, true), 0f);
        }

        [TestMethod]
        public void The_same_hold_stops()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Hold(1200);
            bench.ShouldHaveEnded(SessionEndReason.User);
        }

        [TestMethod]
        public void Taking_the_stick_out_ends_a_session()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Inputs.StickPresent = false;
            bench.Run(300);
            bench.ShouldHaveEnded(SessionEndReason.User);
        }

        [TestMethod]
        public void Locking_ends_a_session()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Settings.Locked = true;
            bench.Step();
            bench.ShouldHaveEnded(SessionEndReason.User);
        }

        [TestMethod]
        public void Docking_ends_a_session_and_shows_charging()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Inputs.Docked = true;
            bench.Step();
            bench.ShouldHaveEnded(SessionEndReason.User);
            Expect.State(HolderState.Charging, bench.State);
        }

        [TestMethod]
        public void A_trip_ends_a_session_and_shows_its_row()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Heater.FaultRow = 6;
            bench.Run(200);
            bench.ShouldHaveEnded(SessionEndReason.Fault);
            Expect.State(HolderState.Error, bench.State);
            Assert.AreEqual(6, bench.Machine.Status.FaultRow);
        }

        [TestMethod]
        public void Cooling_ends_when_the_heater_is_cool()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.Hold(1200);
            Expect.State(HolderState.Cooling, bench.State);
            bench.Run(8000);
            Expect.State(HolderState.StickInserted, bench.State);
        }

        [TestMethod]
        public void Sleep_and_Off_come_with_idleness_and_a_touch_wakes()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.Run(61000);
            Expect.State(HolderState.Sleep, bench.State);
            bench.Inputs.Tilted = true;
            bench.Step();
            Expect.State(HolderState.Ready, bench.State);
        }

        [TestMethod]
        public void A_clock_that_jumps_ends_no_arithmetic()
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI);
            bench.StartAndGetReady();
            bench.StepMachine(long.MaxValue);
            bench.StepMachine(0);
            bench.StepMachine(long.MinValue);
            Expect.Within(0, 360, bench.Machine.Status.SecondsLeft);
        }
    }
}
