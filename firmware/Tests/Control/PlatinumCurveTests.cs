using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Control
{
    [TestClass]
    public sealed class PlatinumCurveTests
    {
        [TestMethod]
        [DataRow(-50)]
        [DataRow(0)]
        [DataRow(25)]
        [DataRow(150)]
        [DataRow(335)]
        [DataRow(400)]
        [DataRow(650)]
        public void A_temperature_survives_the_way_through_its_resistance(int celsius)
        {
            Expect.Near(celsius, PlatinumCurve.CelsiusAt(PlatinumCurve.RatioAt(celsius)), 0.05f);
        }

        [TestMethod]
        public void The_ratio_at_100_degrees_is_the_one_of_the_standard()
        {
            Expect.Near(1.3851f, PlatinumCurve.RatioAt(100f), 0.0001f);
        }

        [TestMethod]
        public void A_ratio_beyond_the_curve_is_told_as_its_end()
        {
            Assert.AreEqual(PlatinumCurve.LowestCelsius, PlatinumCurve.CelsiusAt(0f));
            Assert.AreEqual(PlatinumCurve.LowestCelsius, PlatinumCurve.CelsiusAt(float.NegativeInfinity));
            Assert.AreEqual(PlatinumCurve.HighestCelsius, PlatinumCurve.CelsiusAt(1e30f));
            Assert.AreEqual(PlatinumCurve.HighestCelsius, PlatinumCurve.CelsiusAt(float.PositiveInfinity));
        }

        [TestMethod]
        public void A_ratio_that_is_no_number_gives_none()
        {
            Assert.IsTrue(float.IsNaN(PlatinumCurve.CelsiusAt(float.NaN)));
        }
    }
}
