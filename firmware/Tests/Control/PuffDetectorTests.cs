using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Control
{
    [TestClass]
    public sealed class PuffDetectorTests
    {
        private const float HoldCelsius = 335f;
        private const float RestWatts = 2f;
        private const float PuffWatts = 3.4f;
        private const float TailWatts = 2.4f;

        [TestMethod]
        public void A_step_of_the_load_is_a_puff_and_its_end_counts_it()
        {
            PuffDetector detector = new PuffDetector();
            Feed(detector, RestWatts, 3000);
            Feed(detector, PuffWatts, 2000);
            Assert.IsTrue(detector.Puffing);
            Assert.AreEqual(0, detector.Count);
            Feed(detector, TailWatts, 1000);
            Assert.IsFalse(detector.Puffing);
            Assert.AreEqual(1, detector.Count);
            Expect.Within(1950, 2050, detector.LastPuffMs);
            Expect.Within(20, 100, detector.MeanMl);
        }

        [TestMethod]
        [DataRow(300, 0)]
        [DataRow(500, 1)]
        [DataRow(5000, 1)]
        [DataRow(7000, 0)]
        public void What_is_too_short_or_too_long_is_no_puff(int ms, int count)
        {
            PuffDetector detector = new PuffDetector();
            Feed(detector, RestWatts, 3000);
            Feed(detector, PuffWatts, ms);
            Feed(detector, RestWatts, 1000);
            Assert.AreEqual(count, detector.Count);
        }

        [TestMethod]
        [DataRow("NaN")]
        [DataRow("+")]
        [DataRow("-")]
        public void Broken_numbers_neither_count_nor_stick(string broken)
        {
            PuffDetector detector = new PuffDetector();
            Feed(detector, RestWatts, 3000);
            for (int sample = 0; sample < 50; sample++)
            {
                detector.Step(0.02f, Broken.Number(broken), HoldCelsius, HoldCelsius, true);
                detector.Step(Broken.Number(broken), RestWatts, HoldCelsius, HoldCelsius, true);
                detector.Step(0.02f, RestWatts, Broken.Number(broken), HoldCelsius, true);
            }

            Assert.IsFalse(detector.Puffing);
            Feed(detector, PuffWatts, 2000);
            Feed(detector, RestWatts, 500);
            Assert.AreEqual(1, detector.Count);
        }

        [TestMethod]
        public void A_heater_far_from_its_set_point_tells_no_puffs()
        {
            PuffDetector detector = new PuffDetector();
            Feed(detector, RestWatts, 3000);
            for (int tick = 0; tick < 50; tick++)
            {
                detector.Step(0.02f, PuffWatts, HoldCelsius - 60f, HoldCelsius, true);
                Assert.IsFalse(detector.Puffing);
            }

            Feed(detector, RestWatts, 1000);
            Assert.AreEqual(0, detector.Count);
        }

        [TestMethod]
        public void A_puff_that_takes_the_heater_far_from_its_set_point_counts_once()
        {
            PuffDetector detector = new PuffDetector();
            Feed(detector, RestWatts, 3000);
            Feed(detector, PuffWatts, 1000);
            for (int tick = 0; tick < 50; tick++)
            {
                detector.Step(0.02f, PuffWatts, HoldCelsius - 60f, HoldCelsius, true);
            }

            Assert.IsFalse(detector.Puffing);
            Assert.AreEqual(1, detector.Count);
        }

        [TestMethod]
        public void A_new_session_counts_from_zero()
        {
            PuffDetector detector = new PuffDetector();
            Feed(detector, RestWatts, 3000);
            Feed(detector, PuffWatts, 2000);
            Feed(detector, RestWatts, 500);
            detector.Reset();
            Assert.AreEqual(0, detector.Count);
            Assert.AreEqual(0, detector.MeanMl);
        }

        private static void Feed(PuffDetector detector, float watts, int ms)
        {
            for (int elapsedMs = 0; elapsedMs < ms; elapsedMs += 20)
            {
                detector.Step(0.02f, watts, HoldCelsius, HoldCelsius, true);
            }
        }
    }
}
