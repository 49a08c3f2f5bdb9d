using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Safety;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>
/// Row 35 and a state machine that does not let go. Found by the fault matrix: the hold that ends a session was taken for
/// the consent to the next, and heat that went on after it was seen by nobody before row 27.
/// </summary>
public sealed class ConsentCheckTests
{
    private const int TicksOfHold = 60;
    private const int TicksOfGrace = 10;

    private readonly SupervisorBench bench = new();

    public ConsentCheckTests()
    {
        bench.Heat(HeatPhase.Hold, 335);
        bench.Run(100, 300);
        bench.Supervisor.LoadSwitchOn.ShouldBeTrue();
    }

    [Fact]
    public void Heat_that_goes_on_after_a_hold_is_refused()
    {
        bench.Inputs.ButtonPressed = true;
        bench.Run(TicksOfHold, 300);
        bench.Inputs.ButtonPressed = false;
        bench.Run(TicksOfGrace, 300);

        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
        bench.Supervisor.RefusingRow.ShouldBe(ConsentCheck.Row);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(45)]
    [InlineData(54)]
    public void A_press_that_falls_short_of_a_hold_ends_nothing(int ticks)
    {
        bench.Inputs.ButtonPressed = true;
        bench.Run(ticks, 300);
        bench.Inputs.ButtonPressed = false;
        bench.Run(TicksOfGrace, 300);

        bench.Supervisor.LoadSwitchOn.ShouldBeTrue();
    }

    [Fact]
    public void The_hold_that_ended_a_session_is_no_consent_to_the_next()
    {
        bench.Inputs.ButtonPressed = true;
        bench.Run(TicksOfHold - 8, 300);
        bench.Heat(HeatPhase.Off, 0);
        bench.Run(4);
        bench.Inputs.ButtonPressed = false;
        bench.Run(4);

        bench.Heat(HeatPhase.Preheat, 345);
        bench.Run(2, 300);

        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
        bench.Supervisor.RefusingRow.ShouldBe(ConsentCheck.Row);
    }

    [Fact]
    public void A_button_that_is_still_held_from_the_start_ends_nothing()
    {
        SupervisorBench held = new(held: false);
        held.Inputs.ButtonPressed = true;
        held.Run(TicksOfHold);
        held.Heat(HeatPhase.Preheat, 345);
        held.Run(200, 300);

        held.Supervisor.LoadSwitchOn.ShouldBeTrue();
    }
}
