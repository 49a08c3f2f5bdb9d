using IqosDevice.Emulator.Holder.Sessions.Population;

namespace IqosDevice.Emulator.Tests.Holder.Sessions.Population;

public sealed class TimeOptimalRiseTests
{
    [Fact]
    public void No_session_is_faster_than_the_shortest_rise()
    {
        for (int run = 0; run < 4; run++)
        {
            PopulationSession session = PopulationSession.Play(SessionDraw.Of(11, run, 0.3));
            if (session.TimeOptimalRatio is { } ratio)
            {
                // One percent: the firmware's power limit is a mean over a tick, the bound's a momentary one.
                ratio.ShouldBeGreaterThan(0.99);
            }
        }
    }

    [Fact]
    public void A_temperature_beyond_the_power_is_never_reached() =>
        TimeOptimalRise.SecondsTo(2000, SessionDraw.Of(11, 0, 0.3)).ShouldBeNull();

    [Fact]
    public void A_higher_temperature_takes_longer()
    {
        SessionDraw draw = SessionDraw.Of(11, 0, 0.3);

        double lower = TimeOptimalRise.SecondsTo(200, draw).ShouldNotBeNull();
        TimeOptimalRise.SecondsTo(340, draw).ShouldNotBeNull().ShouldBeGreaterThan(lower);
    }
}
