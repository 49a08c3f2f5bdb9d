using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Tests.Control;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>The other half of the proof: no row fires or refuses in a session as it should be.</summary>
public sealed class QuietTests
{
    [Theory]
    [InlineData("hci", 0.8, 25)]
    [InlineData("none", 1.0, 40)]
    [InlineData("natural", 0.9, 0)]
    [InlineData("natural", 0.7, 25)]
    public void No_row_fires_in_a_nominal_session(string puffs, double charge, double ambientCelsius)
    {
        HeaterBench bench = new(new PlantParameters { InitialStateOfCharge = charge }, PuffProfile.ByName(puffs, 5), ambientCelsius);
        HashSet<int> rows = [];
        int withoutHeartbeat = 0;
        bench.Watch = b =>
        {
            rows.Add(b.Supervisor.FaultRow);
            rows.Add(b.Supervisor.RefusingRow);
            withoutHeartbeat += b.Supervisor.Heartbeat ? 0 : 1;
        };
        bench.RunSession();
        rows.ShouldBe([0]);
        withoutHeartbeat.ShouldBe(0);
        bench.SessionSeconds.ShouldBe(360, 0.1);
    }
}
