using IqosDevice.Firmware.Core.Session;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Session
{
    /// <summary>Button and stick switch: what a finger does, told apart by time.</summary>
    [TestClass]
    public sealed class InputTests
    {
        [TestMethod]
        [DataRow(0, true, false)]
        [DataRow(900, true, false)]
        [DataRow(1000, false, true)]
        [DataRow(9900, false, true)]
        [DataRow(10000, false, false)]
        public void A_press_is_short_held_or_neither_by_its_length(int ms, bool isShort, bool isHeld)
        {
            ButtonDecoder button = new ButtonDecoder();
            button.Step(0, false);
            Expect(HandActs.Press, button.Step(20, true));
            button.Step(ms, true);
            Expect(isShort ? HandActs.ShortPress : isHeld ? HandActs.HoldReleased : HandActs.None, button.Step(20, false));
        }

        [TestMethod]
        public void A_hold_and_a_reset_are_told_once_and_while_held()
        {
            ButtonDecoder button = new ButtonDecoder();
            button.Step(0, false);
            button.Step(20, true);
            Expect(HandActs.Hold, button.Step(1000, true));
            Expect(HandActs.None, button.Step(20, true));
            Expect(HandActs.CalibrateHold | HandActs.ResetHold, button.Step(8980, true));
            Expect(HandActs.None, button.Step(60000, true));
        }

        [TestMethod]
        public void A_button_that_is_jammed_at_power_on_does_nothing()
        {
            ButtonDecoder button = new ButtonDecoder();
            button.Step(0, true);
            Expect(HandActs.None, button.Step(20000, true));
            Assert.IsFalse(button.IsDown);
        }

        [TestMethod]
        [DataRow(400, false)]
        [DataRow(500, true)]
        public void A_stick_is_in_after_half_a_second(int ms, bool isIn)
        {
            StickSwitch stick = new StickSwitch();
            stick.Step(0, false);
            Expect(isIn ? HandActs.StickInserted : HandActs.None, stick.Step(ms, true));
            Assert.AreEqual(isIn, stick.Present);
        }

        [TestMethod]
        public void A_switch_that_bounces_starts_over()
        {
            StickSwitch stick = new StickSwitch();
            stick.Step(0, false);
            stick.Step(400, true);
            stick.Step(20, false);
            stick.Step(400, true);
            Assert.IsFalse(stick.Present);
        }

        [TestMethod]
        public void A_stick_that_is_in_at_power_on_was_not_inserted()
        {
            StickSwitch stick = new StickSwitch();
            Expect(HandActs.None, stick.Step(0, true));
            Assert.IsTrue(stick.Present);
            Expect(HandActs.StickRemoved, stick.Step(100, false));
        }

        private static void Expect(HandActs expected, HandActs found)
        {
            Assert.AreEqual((int)expected, (int)found);
        }
    }
}
