using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Control
{
    [TestClass]
    public sealed class HeaterControllerTests
    {
        [TestMethod]
        public void It_reaches_its_set_point_without_running_past_it_and_holds_it()
        {
            HeaterModel model = new HeaterModel();
            model.Heat(HeatPhase.Preheat, 345f);
            model.Run(5);
            Expect.Near(345f, model.Celsius, 1f);
            model.Heat(HeatPhase.Hold, 335f);
            model.Run(8);
            Expect.Near(335f, model.Celsius, 1f);
            Expect.Near(345f, model.PeakCelsius, 4f);
        }

        [TestMethod]
        public void It_starts_with_all_the_supply_gives_and_ends_with_the_losses()
        {
            HeaterModel model = new HeaterModel();
            model.Heat(HeatPhase.Preheat, 345f);
            model.Run(1);
            Expect.Near(1000f, model.RequestedPermille, 300f);
            model.Run(12);
            Expect.Near(320f, model.RequestedPermille, 60f);
        }

        [TestMethod]
        public void It_wishes_for_nothing_before_heat_is_demanded()
        {
            HeaterModel model = new HeaterModel();
            model.Run(1);
            Assert.AreEqual(0f, model.RequestedPermille);
            Assert.AreEqual(25f, model.Celsius);
        }

        [TestMethod]
        public void A_demand_of_more_than_100_ms_ago_gives_no_heat()
        {
            HeaterModel model = Heating();
            model.Demand.ConfirmedMs -= 101;
            Assert.AreEqual(0f, model.Regulation.Control(1000, model.Inputs, model.Demand));
        }

        [TestMethod]
        [DataRow("NaN")]
        [DataRow("+")]
        [DataRow("-")]
        public void A_broken_set_point_gives_no_heat(string broken)
        {
            HeaterModel model = Heating();
            model.Heat(HeatPhase.Hold, Broken.Number(broken));
            Assert.AreEqual(0f, model.Regulation.Control(1000, model.Inputs, model.Demand));
        }

        [TestMethod]
        [DataRow("NaN")]
        [DataRow("+")]
        [DataRow("-")]
        public void Broken_samples_are_no_temperature_and_give_no_heat(string broken)
        {
            HeaterModel model = Heating();
            model.Inputs.HeaterSampleMs = 1020;
            model.Inputs.HeaterVolts = Broken.Number(broken);
            model.Inputs.ThermocoupleSampleMs = 1020;
            model.Inputs.ThermocoupleCelsius = Broken.Number(broken);
            model.Demand.ConfirmedMs = 1020;
            model.Regulation.Observe(1020, model.Inputs, model.Demand, 500);
            model.Regulation.Follow(model.Demand.Phase, model.Inputs);
            Assert.IsFalse(model.Regulation.View.Valid);
            Assert.AreEqual(0f, model.Regulation.Control(1020, model.Inputs, model.Demand));
        }

        [TestMethod]
        [DataRow(100, true)]
        [DataRow(101, false)]
        public void A_sample_older_than_100_ms_is_no_ground_for_heat(int ageMs, bool isValid)
        {
            HeaterModel model = new HeaterModel();
            model.Heat(HeatPhase.Preheat, 345f);
            model.Demand.ConfirmedMs = 1000;
            model.Inputs.CellSampleMs = 1000;
            model.Inputs.ThermocoupleSampleMs = 1000 - ageMs;
            model.Regulation.Observe(1000, model.Inputs, model.Demand, 0);
            model.Regulation.Follow(model.Demand.Phase, model.Inputs);
            Assert.AreEqual(isValid, model.Regulation.View.Valid);
            float permille = model.Regulation.Control(1000, model.Inputs, model.Demand);
            Assert.AreEqual(isValid, Finite.IsWithin(permille, 1f, 1000f));
        }

        [TestMethod]
        [DataRow(3000)]
        [DataRow(0)]
        [DataRow(int.MinValue)]
        public void An_empty_or_absurd_cell_is_not_loaded(int cellMv)
        {
            HeaterModel model = Heating();
            model.Inputs.CellMv = cellMv;
            model.Inputs.CellSampleMs = 1020;
            model.Demand.ConfirmedMs = 1020;
            Assert.AreEqual(0f, model.Regulation.Control(1020, model.Inputs, model.Demand));
        }

        /// <summary>Fifty ticks into a preheat: it is 1000 ms.</summary>
        private static HeaterModel Heating()
        {
            HeaterModel model = new HeaterModel();
            model.Heat(HeatPhase.Preheat, 345f);
            model.Run(1);
            Assert.AreEqual(1000L, model.Demand.ConfirmedMs);
            return model;
        }
    }
}
