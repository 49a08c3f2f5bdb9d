using System;
using nanoFramework.TestFramework;

namespace IqosDevice.Device.Tests
{
    /// <summary>Test classes to try the runner and its rules on; outside of the namespace that is searched for tests.</summary>
    public static class Samples
    {
        [TestClass]
        public sealed class Good
        {
            [TestMethod]
            public void Passes()
            {
                Assert.IsTrue(true);
            }

            [TestMethod]
            [DataRow(1, "a", true)]
            [DataRow(2, "b", false)]
            public void Takes_rows(int number, string text, bool flag)
            {
                Assert.AreEqual(number == 1, flag && text == "a");
            }

            public void Is_no_test()
            {
                throw new InvalidOperationException();
            }
        }

        [TestClass]
        public sealed class Failing
        {
            [TestMethod]
            public void Fails()
            {
                Assert.AreEqual(1, 2);
            }

            [TestMethod]
            public void Skips()
            {
                Assert.SkipTest("not here");
            }

            [TestMethod]
            [DataRow(3)]
            public void Fails_for_its_row(int number)
            {
                Assert.AreEqual(4, number);
            }
        }

        [TestClass]
        public sealed class Ordered
        {
            // Something to look at from outside; a class for the device could not have it.
            public static string Steps = "";

            [Setup]
            public void Before()
            {
                Steps += "setup ";
            }

            [TestMethod]
            public void Throws()
            {
                Steps += "test ";
                throw new InvalidOperationException("thrown");
            }

            [Cleanup]
            public void After()
            {
                Steps += "cleanup";
            }
        }

        [TestClass]
        public sealed class SetupSkips
        {
            [Setup]
            public void Before()
            {
                Assert.SkipTest("no board");
            }

            [TestMethod]
            public void Never_runs()
            {
                throw new InvalidOperationException();
            }
        }

        [TestClass]
        public sealed class Misshapen
        {
            private readonly int state = 1;

            [DataRow(1)]
            public void No_test_method(int number)
            {
            }

            [TestMethod]
            public void No_row(int number)
            {
            }

            [TestMethod]
            [DataRow(1)]
            public void Wrong_type(byte number)
            {
            }

            [TestMethod]
            [DataRow(1, 2)]
            public void Too_many(int number)
            {
            }

            [TestMethod]
            [DataRow("a\0b")]
            public void Nul(string text)
            {
            }

            [TestMethod]
            public int Returns()
            {
                return state;
            }

            [TestMethod]
            internal void Hidden()
            {
            }
        }

        [TestClass]
        public sealed class Empty
        {
        }
    }
}
