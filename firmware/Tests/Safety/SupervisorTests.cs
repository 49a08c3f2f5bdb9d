using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Safety
{
    [TestClass]
    public sealed class SupervisorTests
    {
        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(499)]
        [DataRow(1000)]
        public void A_duty_passes_in_whole_permille_and_never_grows(int permille)
        {
            SupervisorBench bench = new SupervisorBench();
            Assert.AreEqual(permille, bench.Step(permille));
            Assert.AreEqual(permille == 1000 ? 1000 : permille, bench.Step(permille == 1000 ? 1000f : permille + 0.9f));
            Assert.IsTrue(bench.Supervisor.LoadSwitchOn);
            Assert.IsTrue(bench.Supervisor.Heartbeat);
        }

        [TestMethod]
        [DataRow("NaN")]
        [DataRow("+")]
        [DataRow("-")]
        public void Row_36_a_broken_duty_trips(string broken)
        {
            SupervisorBench bench = new SupervisorBench();
            Assert.AreEqual(0, bench.Step(Broken.Number(broken)));
            Assert.AreEqual(36, bench.Supervisor.FaultRow);
            Assert.IsFalse(bench.Supervisor.LoadSwitchOn);
            Assert.IsFalse(bench.Supervisor.Heartbeat);
        }

        [TestMethod]
        [DataRow(4014, 1)]
        [DataRow(81, 2)]
        public void Rows_1_and_2_a_broken_thermocouple_trips_in_three_samples(int raw, int row)
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.Inputs.ThermocoupleRaw = raw;
            Assert.AreEqual(3, bench.TicksToFault(10));
            Assert.AreEqual(row, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        [DataRow("NaN")]
        [DataRow("-")]
        public void Row_3_a_thermocouple_that_tells_no_number_trips(string broken)
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.Inputs.ThermocoupleCelsius = Broken.Number(broken);
            Assert.AreEqual(3, bench.TicksToFault(10));
            Assert.AreEqual(3, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void Row_6_stale_samples_give_no_heat_and_then_trip()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.SampleAgeMs = 101;
            Assert.AreEqual(0, bench.Step(500f));
            Assert.AreEqual(0, bench.Supervisor.FaultRow);
            Expect.Within(15, 25, bench.TicksToFault(50));
            Assert.AreEqual(6, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void Row_11_over_temperature_locks_out_for_good()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.Inputs.ThermocoupleCelsius = 380f;
            Assert.AreEqual(2, bench.TicksToFault(10));
            Assert.AreEqual(11, bench.Supervisor.FaultRow);
            Assert.IsTrue(bench.Supervisor.FaultLatched);
            bench.Inputs.ThermocoupleCelsius = 150f;
            bench.Supervisor.Release();
            Assert.AreEqual(0, bench.Step(500f));
            Assert.AreEqual(11, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void A_warm_heater_is_not_too_hot()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Inputs.ThermocoupleCelsius = 379.9f;
            Assert.AreEqual(-1, bench.TicksToFault(50));
        }

        [TestMethod]
        [DataRow(351, true)]
        [DataRow(350, false)]
        [DataRow(200, false)]
        [DataRow(199, true)]
        [DataRow(0, true)]
        public void Row_24_refuses_a_set_point_out_of_range(int celsius, bool isRefused)
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Demand.SetpointCelsius = celsius;
            Assert.AreEqual(isRefused ? 0 : 500, bench.Step(500f));
            Assert.AreEqual(isRefused ? 24 : 0, bench.Supervisor.RefusingRow);
            Assert.AreEqual(0, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void Row_24_refuses_a_set_point_that_is_no_number()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Demand.SetpointCelsius = float.NaN;
            Assert.AreEqual(0, bench.Step(500f));
            Assert.AreEqual(24, bench.Supervisor.RefusingRow);
        }

        [TestMethod]
        [DataRow(100, true)]
        [DataRow(101, false)]
        [DataRow(-1, false)]
        public void Row_28_a_late_tick_earns_no_heartbeat(int periodMs, bool beats)
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Demand.Phase = HeatPhase.Off;
            bench.Step(0f);
            bench.Step(0f, periodMs);
            Assert.AreEqual(beats, bench.Supervisor.Heartbeat);
            bench.Step(0f);
            Assert.IsTrue(bench.Supervisor.Heartbeat);
        }

        [TestMethod]
        [DataRow(40, 0)]
        [DataRow(41, 29)]
        [DataRow(100, 29)]
        public void Row_29_warns_of_a_late_tick_of_heating(int periodMs, int row)
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.Step(500f, periodMs);
            Assert.AreEqual(row, bench.Supervisor.WarningRow);
            Assert.AreEqual(0, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void Row_29_trips_on_a_very_late_tick_of_heating()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.Step(500f, 101);
            Assert.AreEqual(29, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void Row_35_a_stick_that_is_gone_takes_the_heat_away()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(500f);
            bench.Inputs.StickPresent = false;
            for (int tick = 0; tick < 11; tick++)
            {
                bench.Step(500f);
            }

            Assert.AreEqual(0, bench.Supervisor.DutyPermille);
            Assert.AreEqual(35, bench.Supervisor.RefusingRow);
        }

        [TestMethod]
        [DataRow(true, false)]
        [DataRow(false, true)]
        public void Row_42_nothing_heats_in_the_charger(bool docked, bool charging)
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Inputs.Docked = docked;
            bench.Inputs.ChargerActive = charging;
            Assert.AreEqual(0, bench.Step(500f));
            Assert.AreEqual(42, bench.Supervisor.RefusingRow);
        }

        [TestMethod]
        public void A_demand_that_nobody_renews_gives_no_heat()
        {
            SupervisorBench bench = new SupervisorBench();
            Assert.AreEqual(500, bench.Step(500f));
            Assert.AreEqual(0, bench.StepForgotten(0f));
            Assert.IsFalse(bench.Supervisor.LoadSwitchOn);
        }

        [TestMethod]
        public void A_trip_holds_until_it_is_released()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Step(float.NaN);
            for (int tick = 0; tick < 50; tick++)
            {
                Assert.AreEqual(0, bench.Step(500f));
            }

            // The checks look once before there is heat.
            bench.Supervisor.Release();
            Assert.AreEqual(0, bench.Step(500f));
            Assert.AreEqual(500, bench.Step(500f));
        }

        [TestMethod]
        public void A_lock_out_survives_a_restart()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Supervisor.RestoreLatched(0);
            Assert.AreEqual(500, bench.Step(500f));
            bench.Supervisor.RestoreLatched(11);
            bench.Supervisor.Release();
            Assert.AreEqual(0, bench.Step(500f));
            Assert.AreEqual(11, bench.Supervisor.FaultRow);
        }

        [TestMethod]
        public void With_the_demand_off_even_a_good_duty_is_a_fault()
        {
            SupervisorBench bench = new SupervisorBench();
            bench.Demand.Phase = HeatPhase.Off;
            Assert.AreEqual(0, bench.Step(1f));
            Assert.AreEqual(36, bench.Supervisor.FaultRow);
        }
    }
}
