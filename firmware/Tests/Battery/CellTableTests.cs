using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Battery
{
    /// <summary>The cell's data sheet, and when it may be charged.</summary>
    [TestClass]
    public sealed class CellTableTests
    {
        [TestMethod]
        public void Voltage_and_charge_are_each_other_s_inverse()
        {
            for (int permille = 0; permille <= 1000; permille += 25)
            {
                int back = CellTable.PermilleAt(CellTable.OpenCircuitMvAt(permille));
                Expect.Within(permille - 2, permille + 2, back);
            }
        }

        [TestMethod]
        [DataRow(int.MinValue, 420)]
        [DataRow(-20000, 420)]
        [DataRow(0, 240)]
        [DataRow(5000, 209)]
        [DataRow(60000, 95)]
        [DataRow(int.MaxValue, 95)]
        public void Resistance_rises_in_the_cold(int milliCelsius, int milliOhm)
        {
            Assert.AreEqual(milliOhm, CellTable.ResistanceMilliOhmAt(milliCelsius));
        }

        [TestMethod]
        [DataRow(25000, true, false, true, true)]
        [DataRow(-1, true, false, true, false)]
        [DataRow(45001, true, false, true, false)]
        [DataRow(25000, false, false, true, false)]
        [DataRow(25000, true, true, true, false)]
        [DataRow(25000, true, false, false, false)]
        public void The_cell_is_charged_docked_cool_and_with_the_heater_off(int milliCelsius, bool docked, bool heaterOn,
            bool source, bool charges)
        {
            BoardInputs inputs = new BoardInputs();
            inputs.CellMilliCelsius = milliCelsius;
            inputs.Docked = docked;
            inputs.CellSampleMs = 0;
            Assert.AreEqual(charges, new ChargeGate().Step(100, inputs, heaterOn, source));
        }

        [TestMethod]
        public void A_cell_that_nobody_watches_is_not_charged()
        {
            BoardInputs inputs = new BoardInputs();
            inputs.CellMilliCelsius = 25000;
            inputs.Docked = true;
            ChargeGate gate = new ChargeGate();
            Assert.IsFalse(gate.Step(100, inputs, false, true));
            inputs.CellSampleMs = 100;
            Assert.IsTrue(gate.Step(5000, inputs, false, true));
            Assert.IsFalse(gate.Step(5200, inputs, false, true));
        }

        [TestMethod]
        public void Charging_a_holder_costs_the_charger_a_little_more_than_it_gives()
        {
            ChargerModel charger = new ChargerModel();
            for (int second = 0; second <= 1800; second++)
            {
                charger.Step(second * 1000L, 500, 25000);
            }

            Assert.AreEqual(90, charger.SocPercent);
            Assert.AreEqual(-590, charger.CellMa);
        }
    }
}
