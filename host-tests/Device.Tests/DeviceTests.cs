using System.Collections.Generic;
using System.Linq;
using nanoFramework.TestFramework;
using Shouldly;
using Xunit;

namespace IqosDevice.Device.Tests
{
    /// <summary>Every test of <c>firmware/Tests</c>, one by one.</summary>
    public sealed class DeviceTests
    {
        private static readonly IReadOnlyDictionary<string, DeviceTest> Tests = DeviceTest
            .Classes(typeof(DeviceTests).Assembly, "IqosDevice.Firmware.Tests").SelectMany(DeviceTest.In).ToDictionary(test => test.Name);

        public static IEnumerable<TheoryDataRow<string>> Names()
        {
            return Tests.Keys.Select(name => new TheoryDataRow<string>(name) { TestDisplayName = name, Label = "" });
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void On_the_host(string name)
        {
            try
            {
                Tests[name].Run();
            }
            catch (SkipTestException skipped)
            {
                Xunit.Assert.Skip(skipped.Message);
            }
        }

        [Fact]
        public void Each_is_of_the_shape_that_the_device_s_launcher_can_run()
        {
            LauncherRules.Check(DeviceTest.Classes(typeof(DeviceTests).Assembly, "IqosDevice.Firmware.Tests")).ShouldBeEmpty();
        }

        [Fact]
        public void They_are_a_hundred_at_least()
        {
            Tests.Count.ShouldBeGreaterThanOrEqualTo(100);
        }
    }
}
