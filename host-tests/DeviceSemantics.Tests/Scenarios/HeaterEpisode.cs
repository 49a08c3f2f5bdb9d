using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Control;

namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>A fresh holder on the plant, with a user who heats and puffs, and inputs that go wrong now and then.</summary>
internal sealed class HeaterEpisode
{
    private const int PuffEveryTicks = 500;

    private static readonly float[] Floats =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -float.MaxValue, float.Epsilon,
        0f, -0f, -1f, 0.02f, 10f, 379f, 380f, 1e10f,
    ];

    private static readonly long[] PeriodsMs = [0, 20, 40, 100, 120, 5000, -20, -5000, 60_000_000, 1_000_000_000_000];

    private readonly DeterministicRandom random;
    private readonly double nonsense;
    private readonly HolderPlant plant = new(new PlantParameters { InitialStateOfCharge = 0.9 });
    private readonly BoardInputs inputs = new();
    private readonly BoardOutputs outputs = new();
    private readonly BatteryGauge gauge = new();
    private readonly Settings settings = new();
    private readonly SessionMachine session;
    private readonly HeaterLoop loop;
    private readonly DeadManSwitch deadMan = new();
    private long nowMs;
    private int tick;
    private int fault;
    private int faultTicks;
    private float first;
    private float second;
    private int whole;

    /// <summary>Starts one.</summary>
    /// <param name="random">Shared with the episodes before.</param>
    /// <param name="nonsense">Chance that something goes wrong in a tick, 0..1.</param>
    public HeaterEpisode(DeterministicRandom random, double nonsense)
    {
        this.random = random;
        this.nonsense = nonsense;
        HolderModel model = new(HolderModelId.IlumaI);
        session = new SessionMachine(model, settings, new UsageCounters(), new EventLog(), gauge, new UserRequests());
        loop = new HeaterLoop(session, settings);
    }

    /// <summary>What <see cref="Step"/> writes into the trace, in order.</summary>
    public static string[] Columns { get; } =
    [
        "duty", "load switch", "heartbeat", "fault row", "refusing row", "state", "setpoint", "valid", "celsius",
        "puffs", "puff volume", "shown temperature", "charge", "disturbed",
    ];

    /// <summary>A lock-out ends everything.</summary>
    public bool IsOver => loop.Supervisor.FaultLatched;

    public void Step(StepTrace trace)
    {
        Sense();
        if (faultTicks == 0 && Chance(nonsense))
        {
            BeginFault();
        }

        bool disturbed = faultTicks > 0;
        if (disturbed)
        {
            Corrupt();
        }

        gauge.Step(inputs.CellSampleMs, inputs.CellMv, inputs.CellMa, inputs.CellMilliCelsius);
        loop.Step(nowMs, inputs, outputs);
        if (session.TakeReleaseRequest())
        {
            loop.Supervisor.Release();
        }

        plant.LoadSwitchClosed = deadMan.Closes(tick * 20L, outputs.LoadSwitchOn, outputs.Heartbeat);
        plant.HeaterDuty = outputs.HeaterDutyPermille / 1000.0;
        trace.Add(outputs.HeaterDutyPermille).Add(outputs.LoadSwitchOn).Add(outputs.Heartbeat)
            .Add(loop.Supervisor.FaultRow).Add(loop.Supervisor.RefusingRow).Add((int)session.Status.State)
            .Add(session.Demand.SetpointCelsius).Add(loop.View.Valid).Add(loop.View.Celsius)
            .Add(loop.View.PuffCount).Add(loop.View.MeanPuffMl).Add(session.Status.HeaterDeciCelsius)
            .Add(gauge.ShownSocPercent).Add(disturbed);
    }

    private void Sense()
    {
        tick++;
        nowMs += 20;
        plant.AdvanceTo(tick * 20_000L);
        plant.StickInserted = tick > 50;
        PlantSampler.Sample(plant, nowMs, inputs);
        inputs.StickPresent = plant.StickInserted;
        inputs.Docked = false;
        inputs.ChargerActive = false;
        settings.HeaterR0MicroOhm = HeaterCalibration.NominalR0MicroOhm;

        // Held for 1.2 s out of every 2 s until it heats.
        inputs.ButtonPressed = session.Demand.Phase == HeatPhase.Off && tick % 100 < 60;
        if (tick % PuffEveryTicks == 0)
        {
            plant.StartPuff(55, 2);
        }
    }

    /// <summary>Something goes wrong: for one tick, or for up to 1.2 s, which many checks wait for.</summary>
    private void BeginFault()
    {
        faultTicks = Chance(0.5) ? 1 : 1 + random.NextInt32(60);
        fault = random.NextInt32(15);
        first = Float();
        second = Float();
        whole = Int();
        if (fault == 0)
        {
            nowMs += PeriodsMs[random.NextInt32(PeriodsMs.Length)];
        }
    }

    private void Corrupt()
    {
        faultTicks--;
        switch (fault)
        {
            case 1: inputs.HeaterVolts = first; break;
            case 2: inputs.HeaterAmps = first; break;
            case 3: (inputs.HeaterVolts, inputs.HeaterAmps) = (first, second); break;
            case 4: inputs.ThermocoupleCelsius = first; break;
            case 5: (inputs.ThermocoupleCelsius, inputs.HeaterAmps) = (first, second); break;
            case 6: inputs.ThermocoupleRaw = whole; break;
            case 7: inputs.HeaterSampleMs = nowMs - whole; break;
            case 8: inputs.ThermocoupleSampleMs = nowMs - whole; break;
            case 9: inputs.CellMv = whole; break;
            case 10: inputs.CellMa = whole; break;
            case 11: inputs.CellMilliCelsius = whole; break;
            case 12: inputs.BoardMilliCelsius = whole; break;
            case 13: settings.HeaterR0MicroOhm = whole; break;
            case 14: (inputs.StickPresent, inputs.Docked, inputs.ButtonPressed) = (first > 0, second > 0, whole > 0); break;
            default: break;
        }
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private float Float() => Chance(0.5) ? Floats[random.NextInt32(Floats.Length)] : (float)random.NextDouble(-50, 500);

    private int Int() => Chance(0.5) ? (int)random.NextUInt64() : random.NextInt32(5000);
}
