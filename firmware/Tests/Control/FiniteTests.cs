using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Control
{
    /// <summary>The guards that everything else relies on: comparisons and casts are where the device differs from a PC.</summary>
    [TestClass]
    public sealed class FiniteTests
    {
        [TestMethod]
        [DataRow("NaN")]
        [DataRow("+")]
        [DataRow("-")]
        public void A_broken_number_is_not_finite_and_within_no_bounds(string broken)
        {
            Assert.IsFalse(Finite.Is(Broken.Number(broken)));
            Assert.IsFalse(Finite.IsWithin(Broken.Number(broken), float.MinValue, float.MaxValue));
        }

        [TestMethod]
        [DataRow(0, true)]
        [DataRow(1000, true)]
        [DataRow(1001, false)]
        [DataRow(-1, false)]
        public void Bounds_belong_to_their_range(int value, bool isWithin)
        {
            Assert.AreEqual(isWithin, Finite.IsWithin(value, 0f, 1000f));
        }

        [TestMethod]
        [DataRow("NaN", 0)]
        [DataRow("+", 6000)]
        [DataRow("-", -1000)]
        public void A_broken_temperature_becomes_a_harmless_integer(string broken, int deciCelsius)
        {
            Assert.AreEqual(deciCelsius, CelsiusRounding.DeciCelsius(Broken.Number(broken)));
            Assert.AreEqual(deciCelsius / 10, CelsiusRounding.WholeCelsius(Broken.Number(broken)));
        }

        [TestMethod]
        public void A_temperature_is_told_in_tenths()
        {
            Assert.AreEqual(3350, CelsiusRounding.DeciCelsius(335.04f));
            Assert.AreEqual(-55, CelsiusRounding.DeciCelsius(-5.5f));
        }
    }
}
