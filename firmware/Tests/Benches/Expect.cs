using IqosDevice.Firmware.Core.Session;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>
    /// Expectations that the test framework lacks. Whether a value is a number is asked first: on the device
    /// NaN is greater than anything.
    /// </summary>
    public static class Expect
    {
        /// <summary>A number no further than <paramref name="tolerance"/> from what is expected.</summary>
        public static void Near(float expected, float actual, float tolerance)
        {
            Assert.IsFalse(float.IsNaN(actual), "Expected " + expected.ToString("F3") + ", was not a number.");
            bool isNear = actual >= expected - tolerance && actual <= expected + tolerance;
            Assert.IsTrue(isNear, "Expected " + expected.ToString("F3") + ", was " + actual.ToString("F3") + ".");
        }

        /// <summary>Within the bounds, the bounds included.</summary>
        public static void Within(int lowest, int highest, int actual)
        {
            bool isWithin = actual >= lowest && actual <= highest;
            Assert.IsTrue(isWithin, "Expected " + lowest.ToString() + " to " + highest.ToString() + ", was " + actual.ToString() + ".");
        }

        /// <summary>The state; by number, for an enum is a number on the device wherever it becomes an object.</summary>
        public static void State(HolderState expected, HolderState actual)
        {
            Assert.AreEqual((int)expected, (int)actual, "State:");
        }
    }
}
