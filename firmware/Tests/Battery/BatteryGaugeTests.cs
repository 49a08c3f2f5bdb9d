using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Battery
{
    [TestClass]
    public sealed class BatteryGaugeTests
    {
        [TestMethod]
        public void It_knows_nothing_before_the_first_sample()
        {
            BatteryGauge gauge = new BatteryGauge();
            Assert.IsFalse(gauge.HasSample);
            Assert.IsFalse(gauge.CanStartSession);
            Assert.AreEqual(0, gauge.UsesLeft);
        }

        [TestMethod]
        [DataRow(4200, 100)]
        [DataRow(3970, 80)]
        [DataRow(3705, 50)]
        [DataRow(3000, 0)]
        [DataRow(2500, 0)]
        [DataRow(4300, 100)]
        public void It_starts_from_the_voltage_at_rest(int cellMv, int percent)
        {
            Assert.AreEqual(percent, Fresh(cellMv).ShownSocPercent);
        }

        [TestMethod]
        public void It_counts_charge_out()
        {
            BatteryGauge gauge = Fresh(3970);
            Run(gauge, 0, 360, -1000, 3800);
            Expect.Within(99, 101, gauge.DischargedMah);
            Expect.Within(0, 79, gauge.ShownSocPercent);
        }

        [TestMethod]
        public void A_wrong_count_is_corrected_at_rest()
        {
            BatteryGauge gauge = Fresh(3970);
            Run(gauge, 0, 60, 0, 3705);
            Expect.Within(122, 128, gauge.RemainingMah);
            Expect.Within(49, 51, gauge.ShownSocPercent);
        }

        [TestMethod]
        [DataRow(0, -100)]
        [DataRow(5000, -100)]
        [DataRow(int.MinValue, -100)]
        [DataRow(3900, 9000)]
        [DataRow(3900, int.MinValue)]
        public void Nonsense_is_ignored(int cellMv, int cellMa)
        {
            BatteryGauge gauge = Fresh(3970);
            gauge.Step(200, cellMv, cellMa, 25000);
            gauge.Step(400, cellMv, cellMa, 25000);
            Assert.AreEqual(3970, gauge.CellMv);
            Assert.AreEqual(0, gauge.CellMa);
            Assert.AreEqual(200, gauge.RemainingMah);
        }

        [TestMethod]
        public void A_gap_counts_as_two_seconds_and_an_old_sample_not_at_all()
        {
            BatteryGauge gauge = Fresh(3970);
            gauge.Step(100000, 3800, -3600, 25000);
            gauge.Step(90000, 3800, -3600, 25000);
            gauge.Step(100000, 3800, -3600, 25000);
            Assert.AreEqual(2, gauge.DischargedMah);
        }

        [TestMethod]
        public void The_end_of_charging_is_full()
        {
            BatteryGauge gauge = Fresh(4070);
            Run(gauge, 0, 30, 30, 4200);
            Assert.AreEqual(250, gauge.RemainingMah);
            Assert.AreEqual(100, gauge.ShownSocPercent);
        }

        [TestMethod]
        [DataRow(4200, 2, 3)]
        [DataRow(3970, 2, 2)]
        [DataRow(3880, 1, 2)]
        [DataRow(3600, 0, 0)]
        public void Uses_left_follow_the_energy(int cellMv, int uses, int ecoUses)
        {
            BatteryGauge gauge = Fresh(cellMv);
            Assert.AreEqual(uses, gauge.UsesLeft);
            gauge.Eco = true;
            Assert.AreEqual(ecoUses, gauge.UsesLeft);
            Assert.AreEqual(ecoUses > 0, gauge.CanStartSession);
        }

        [TestMethod]
        public void An_aged_cell_that_would_break_down_in_the_cold_may_not_start()
        {
            BatteryGauge gauge = new BatteryGauge();
            for (int step = 0; step < 30; step++)
            {
                gauge.History.LearnResistance(1400, 0);
            }

            gauge.Step(0, 3720, 0, -20000);
            Assert.IsFalse(gauge.CanStartSession);
            gauge.Step(200, 3720, 0, 25000);
            Assert.IsTrue(gauge.CanStartSession);
        }

        [TestMethod]
        public void The_state_survives_a_restart()
        {
            BatteryGauge before = Fresh(3970);
            Run(before, 0, 36, -1000, 3800);
            byte[] bytes = new byte[GaugeState.SizeBytes + 8];
            before.Save(bytes, 8);

            BatteryGauge after = new BatteryGauge();
            Assert.IsTrue(after.Load(bytes, 8));
            after.Step(0, 3930, 0, 25000);
            Expect.Within(before.RemainingMah - 4, before.RemainingMah + 4, after.RemainingMah);
            Assert.AreEqual(10, after.DischargedMah);
        }

        [TestMethod]
        public void A_state_that_cannot_be_is_refused()
        {
            byte[] bytes = new byte[GaugeState.SizeBytes];
            Assert.IsFalse(new BatteryGauge().Load(bytes, 0));
            Assert.IsFalse(new BatteryGauge().Load(bytes, 1));
            Assert.IsFalse(new BatteryGauge().Load(bytes, -1));
            for (int index = 0; index < bytes.Length; index++)
            {
                bytes[index] = 0xFF;
            }

            Assert.IsFalse(new BatteryGauge().Load(bytes, 0));
        }

        private static BatteryGauge Fresh(int cellMv)
        {
            BatteryGauge gauge = new BatteryGauge();
            gauge.Step(0, cellMv, 0, 25000);
            return gauge;
        }

        /// <summary>Two samples a second: as many as the device can count in the time of a test.</summary>
        /// <returns>Time of the last sample.</returns>
        private static long Run(BatteryGauge gauge, long fromMs, int seconds, int cellMa, int cellMv)
        {
            long nowMs = fromMs;
            for (int sample = 0; sample < 2 * seconds; sample++)
            {
                nowMs += 500;
                gauge.Step(nowMs, cellMv, cellMa, 25000);
            }

            return nowMs;
        }
    }
}
