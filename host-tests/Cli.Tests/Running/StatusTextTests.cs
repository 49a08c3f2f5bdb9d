using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Tests.Running;

public sealed class StatusTextTests
{
    [Fact]
    public void A_resting_holder_is_told_in_few_words() =>
        StatusText.Format(
            new HolderSnapshot { Seconds = 61, State = "Sleep", HeaterCelsius = 25, ShownSocPercent = 80, UsesLeft = 2 })
            .ShouldBe("1:01  Sleep  heater 25.0 °C  cell 80 %, 2 uses");

    [Fact]
    public void A_session_tells_set_point_and_what_is_left() =>
        StatusText.Format(new HolderSnapshot
        {
            Seconds = 754,
            State = "Session",
            HeaterCelsius = 335.24,
            SetpointCelsius = 335,
            SecondsLeft = 312,
            PuffsLeft = 9,
            ShownSocPercent = 71,
            UsesLeft = 1,
            StickPresent = true,
            Puffing = true,
            Connected = true,
        }).ShouldBe(
            "12:34  Session  heater 335.2 °C (set 335)  5:12 and 9 puffs left  cell 71 %, 1 use"
            + "  stick  puffing  client connected");

    [Fact]
    public void A_fault_is_told_by_its_row() =>
        StatusText.Format(new HolderSnapshot { State = "Error", FaultRow = 23 }).ShouldContain("Error (row 23)");
}
