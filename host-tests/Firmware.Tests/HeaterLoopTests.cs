using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Control;

namespace IqosDevice.Firmware.Tests;

/// <summary>State machine, regulation and supervisor together on the plant, as HolderCore puts them together.</summary>
public sealed class HeaterLoopTests
{
    private readonly HolderPlant plant = new(new PlantParameters { InitialStateOfCharge = 0.9 });
    private readonly BoardInputs inputs = new();
    private readonly BoardOutputs outputs = new();
    private readonly BatteryGauge gauge = new();
    private readonly Settings settings = new();
    private readonly SessionMachine session;
    private readonly HeaterLoop loop;
    private readonly DeadManSwitch deadMan = new();
    private long nowMs;
    private double peakCelsius;
    private int ticksWithoutHeartbeat;

    public HeaterLoopTests()
    {
        HolderModel model = new(HolderModelId.IlumaI);
        session = new SessionMachine(model, settings, new UsageCounters(), new EventLog(), gauge, new UserRequests());
        loop = new HeaterLoop(session, settings);
    }

    [Theory]
    [InlineData("hci", SessionEndReason.Time, 12)]
    [InlineData("worst", SessionEndReason.Puffs, 14)]
    [InlineData("none", SessionEndReason.Time, 0)]
    public void A_session_runs_from_the_button_to_its_end(string puffs, SessionEndReason reason, int count)
    {
        double readySeconds = RunSession(PuffProfile.ByName(puffs, 1));
        readySeconds.ShouldBeInRange(18, 25);
        session.LastEndReason.ShouldBe(reason);
        session.PuffsTaken.ShouldBe(count);
        peakCelsius.ShouldBeInRange(344, 350);
        loop.Supervisor.FaultRow.ShouldBe(0);
        ticksWithoutHeartbeat.ShouldBeInRange(8, 15);
        outputs.HeaterDutyPermille.ShouldBe(0);
        outputs.LoadSwitchOn.ShouldBeFalse();
    }

    [Fact]
    public void A_stick_that_is_pulled_out_ends_the_heat()
    {
        StartHeating();
        Run(5);
        outputs.HeaterDutyPermille.ShouldBeGreaterThan(0);
        plant.StickInserted = false;
        Run(0.3);
        outputs.LoadSwitchOn.ShouldBeFalse();
    }

    [Fact]
    public void A_trip_ends_the_session_and_shows_its_row()
    {
        StartHeating();
        Run(5);
        long stoppedMs = nowMs;
        while (nowMs - stoppedMs < 700)
        {
            Tick(() => inputs.HeaterSampleMs = stoppedMs);
        }

        loop.View.FaultRow.ShouldBe(6);
        session.LastEndReason.ShouldBe(SessionEndReason.Fault);
        outputs.LoadSwitchOn.ShouldBeFalse();
        outputs.Heartbeat.ShouldBeFalse();
        loop.Supervisor.Release();
        Run(0.1);
        loop.View.FaultRow.ShouldBe(0);
        outputs.Heartbeat.ShouldBeTrue();
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        StartHeating();
        Run(30);
        session.Status.State.ShouldBe(HolderState.Session);
        long allocated = 0;
        for (int i = 0; i < 1000; i++)
        {
            Advance();
            long before = GC.GetAllocatedBytesForCurrentThread();
            loop.Step(nowMs, inputs, outputs);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        allocated.ShouldBe(0);
    }

    /// <summary>Runs a whole session.</summary>
    /// <returns>Seconds from the first heat to Ready.</returns>
    private double RunSession(PuffProfile profile)
    {
        StartHeating();
        long startMs = session.Demand.SessionStartMs;
        while (session.Status.State == HolderState.Preheat)
        {
            Tick();
        }

        long readyMs = nowMs;
        foreach (Puff puff in profile.Puffs)
        {
            while ((nowMs - readyMs) / 1000.0 < puff.StartSeconds && session.LastEndReason == SessionEndReason.None)
            {
                Tick();
            }

            plant.StartPuff(puff.Millilitres, puff.Seconds);
        }

        Run(((readyMs + 361_000) - nowMs) / 1000.0);
        return (readyMs - startMs) / 1000.0;
    }

    private void StartHeating()
    {
        Run(1);
        plant.StickInserted = true;
        Run(1);
        inputs.ButtonPressed = true;
        Run(1.2);
        inputs.ButtonPressed = false;
        session.Status.State.ShouldBe(HolderState.Preheat, session.LastRefusal.ToString());
    }

    private void Run(double seconds)
    {
        for (long endMs = nowMs + (long)(seconds * 1000); nowMs < endMs;)
        {
            Tick();
        }
    }

    private void Tick(Action? fault = null)
    {
        Advance();
        fault?.Invoke();
        loop.Step(nowMs, inputs, outputs);
        plant.LoadSwitchClosed = deadMan.Closes(nowMs, outputs.LoadSwitchOn, outputs.Heartbeat);
        plant.HeaterDuty = outputs.HeaterDutyPermille / 1000.0;
        ticksWithoutHeartbeat += outputs.Heartbeat ? 0 : 1;
        peakCelsius = Math.Max(peakCelsius, plant.HeaterCelsius);
    }

    private void Advance()
    {
        nowMs += 20;
        plant.AdvanceTo(nowMs * 1000);
        PlantSampler.Sample(plant, nowMs, inputs);
        inputs.StickPresent = plant.StickInserted;
        gauge.Step(inputs.CellSampleMs, inputs.CellMv, inputs.CellMa, inputs.CellMilliCelsius);
    }
}
