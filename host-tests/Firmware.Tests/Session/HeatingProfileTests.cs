using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public sealed class HeatingProfileTests
{
    [Theory]
    [InlineData(-1, 335)]
    [InlineData(0, 335)]
    [InlineData(300_000, 335)]
    [InlineData(330_000, 340)]
    [InlineData(360_000, 345)]
    [InlineData(3_600_000, 345)]
    [InlineData(long.MaxValue, 345)]
    public void The_standard_profile_holds_and_rises_in_the_last_minute(long sinceReadyMs, float celsius) =>
        HeatingProfile.Standard().AtCelsius(sinceReadyMs, eco: false).ShouldBe(celsius, 0.001f);

    [Fact]
    public void Eco_is_ten_degrees_lower()
    {
        HeatingProfile profile = HeatingProfile.Standard();
        for (long ms = 0; ms <= SessionRules.LengthMs; ms += 1000)
        {
            profile.AtCelsius(ms, eco: true).ShouldBe(profile.AtCelsius(ms, eco: false) - 10, 0.001f);
        }
    }

    [Fact]
    public void Any_points_are_followed_on_straight_lines()
    {
        HeatingProfile profile = new(340, 150, [1000, 2000, 4000], [300, 340, 320], ecoKelvin: 5);
        profile.AtCelsius(999, eco: false).ShouldBe(300);
        profile.AtCelsius(1500, eco: false).ShouldBe(320);
        profile.AtCelsius(2000, eco: false).ShouldBe(340);
        profile.AtCelsius(3000, eco: false).ShouldBe(330);
        profile.AtCelsius(4001, eco: false).ShouldBe(320);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_ships_keeps_within_what_the_supervisor_allows(bool eco)
    {
        HeatingProfile profile = HeatingProfile.Standard();
        profile.PreheatCelsius.ShouldBeInRange(200, 350);
        profile.PauseCelsius.ShouldBeInRange(100, 200);
        for (long ms = 0; ms <= SessionRules.LengthMs; ms += 100)
        {
            profile.AtCelsius(ms, eco).ShouldBeInRange(200, 350);
        }
    }
}
