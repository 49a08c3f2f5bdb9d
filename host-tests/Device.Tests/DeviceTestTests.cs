using System;
using System.Linq;
using nanoFramework.TestFramework;
using Shouldly;
using TestFrameworkShared;
using Xunit;

namespace IqosDevice.Device.Tests
{
    /// <summary>The runner runs what the device's launcher would, and sees what goes wrong.</summary>
    public sealed class DeviceTestTests
    {
        [Fact]
        public void Data_rows_take_the_place_of_the_bare_method()
        {
            DeviceTest.In(typeof(Samples.Good)).Select(test => test.Name).ShouldBe(
                new[]
                {
                    "IqosDevice.Device.Tests.Samples+Good.Passes",
                    "IqosDevice.Device.Tests.Samples+Good.Takes_rows(1, \"a\", True)",
                    "IqosDevice.Device.Tests.Samples+Good.Takes_rows(2, \"b\", False)",
                },
                ignoreOrder: true);
        }

        [Fact]
        public void A_good_test_passes()
        {
            foreach (DeviceTest test in DeviceTest.In(typeof(Samples.Good)))
            {
                test.Run();
            }
        }

        [Fact]
        public void A_failed_assertion_comes_out_as_itself()
        {
            Should.Throw<AssertFailedException>(Only(typeof(Samples.Failing), "Fails").Run).Message
                .ShouldBe("AreEqual: expected <1>, was <2>.");
            Should.Throw<AssertFailedException>(Only(typeof(Samples.Failing), "Fails_for_its_row(3)").Run).Message
                .ShouldBe("AreEqual: expected <4>, was <3>.");
        }

        [Fact]
        public void A_skipped_test_says_why()
        {
            Should.Throw<SkipTestException>(Only(typeof(Samples.Failing), "Skips").Run).Message.ShouldBe("not here");
            Should.Throw<SkipTestException>(Only(typeof(Samples.SetupSkips), "Never_runs").Run).Message.ShouldBe("no board");
        }

        [Fact]
        public void Set_up_comes_before_a_test_and_clean_up_after_whatever_it_does()
        {
            Samples.Ordered.Steps = "";
            Should.Throw<InvalidOperationException>(Only(typeof(Samples.Ordered), "Throws").Run).Message.ShouldBe("thrown");
            Samples.Ordered.Steps.ShouldBe("setup test cleanup");
        }

        [Fact]
        public void What_the_launcher_could_not_run_is_found()
        {
            LauncherRules.Check(new[] { typeof(Samples.Good), typeof(Samples.Misshapen), typeof(Samples.Empty) }).ShouldBe(
                new[]
                {
                    "Misshapen keeps state in state, but is never instantiated",
                    "Misshapen.No_test_method has data rows, but is no test method",
                    "Misshapen.No_row has parameters, but no data row",
                    "Misshapen.Wrong_type has a data row that is not int, string and bool, exactly as its parameters",
                    "Misshapen.Too_many has a data row that is not int, string and bool, exactly as its parameters",
                    "Misshapen.Nul has a text with a NUL, where the device's metadata ends it",
                    "Misshapen.Returns is not public void",
                    "Misshapen.Hidden is not public void",
                    "Empty has no test",
                },
                ignoreOrder: true);
        }

        private static DeviceTest Only(Type testClass, string name)
        {
            return DeviceTest.In(testClass).Single(test => test.Name.EndsWith("." + name, StringComparison.Ordinal));
        }
    }
}
