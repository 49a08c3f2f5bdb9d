using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Control
{
    [TestClass]
    public sealed class HeaterMeterTests
    {
        [TestMethod]
        [DataRow(50)]
        [DataRow(333)]
        [DataRow(1000)]
        public void Resistance_and_full_power_are_the_same_at_any_duty(int permille)
        {
            HeaterMeter meter = Measured(3.3f * permille / 1000f, 2f * permille / 1000f, permille);
            Assert.IsTrue(meter.HasResistance);
            Expect.Near(1.64f, meter.Ohms, 0.001f);
            Expect.Near(permille / (6.56f * permille / 1000f), meter.PermillePerWatt, 0.3f);
            Expect.Near(6.56f * permille / 1000f, meter.MeanWatts, 0.01f);
        }

        [TestMethod]
        [DataRow("NaN")]
        [DataRow("+")]
        [DataRow("-")]
        public void A_broken_voltage_or_current_tells_no_resistance(string broken)
        {
            Assert.IsFalse(Measured(Broken.Number(broken), 1f, 500).HasResistance);
            Assert.IsFalse(Measured(1f, Broken.Number(broken), 500).HasResistance);
        }

        [TestMethod]
        public void Without_duty_or_current_there_is_nothing_to_divide_by()
        {
            Assert.IsFalse(Measured(0f, 0f, 0).HasResistance);
            Assert.IsFalse(Measured(1f, 0f, 500).HasResistance);
            Assert.IsFalse(Measured(1f, 1f, 49).HasResistance);
            Assert.AreEqual(0f, Measured(1f, 0f, 500).MeanWatts);
        }

        [TestMethod]
        [DataRow(0, 800000)]
        [DataRow(-5, 800000)]
        [DataRow(559999, 800000)]
        [DataRow(560000, 560000)]
        [DataRow(1040000, 1040000)]
        [DataRow(1040001, 800000)]
        [DataRow(int.MaxValue, 800000)]
        public void A_calibration_that_cannot_be_right_is_replaced_by_the_nominal_value(int storedMicroOhm, int usedMicroOhm)
        {
            Settings settings = new Settings();
            settings.HeaterR0MicroOhm = storedMicroOhm;
            Expect.Near(usedMicroOhm / 1000000f, HeaterCalibration.ColdOhms(settings), 0.000001f);
        }

        private static HeaterMeter Measured(float volts, float amps, int permille)
        {
            BoardInputs inputs = new BoardInputs();
            inputs.HeaterSampleMs = 20;
            inputs.HeaterVolts = volts;
            inputs.HeaterAmps = amps;
            HeaterMeter meter = new HeaterMeter();
            meter.Step(inputs, permille);
            return meter;
        }
    }
}
