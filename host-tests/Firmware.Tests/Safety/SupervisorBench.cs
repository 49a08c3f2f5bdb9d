using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>A supervisor alone, with inputs that are fresh, alive by one bit and harmless unless a test says otherwise.</summary>
internal sealed class SupervisorBench
{
    /// <summary>
    /// Rows that are out of force unless a test says otherwise: there is no board whose cut-out could be proven, a demand
    /// may begin in any phase, and a preheat need not heat.
    /// </summary>
    public const long OutOfForce = (1L << CutOutProof.Row) | (1L << SessionLimitCheck.Row) | (1L << HeatUpCheck.Row);

    private long nowMs = 1000;
    private float dither = 0.00125f;

    /// <param name="held">The button was held just now, so that a session may begin.</param>
    public SupervisorBench(bool held = true)
    {
        Supervisor = new Supervisor(Settings) { MutedRows = OutOfForce };
        Step(0);
        if (held)
        {
            HoldButton();
        }
    }

    public Settings Settings { get; } = new();

    public Supervisor Supervisor { get; }

    public BoardInputs Inputs { get; } = new()
    {
        StickPresent = true,
        ThermocoupleRaw = 1200,
        ThermocoupleCelsius = 150,
        ReferenceMv = 1225,
    };

    public HeatDemand Demand { get; } = new();

    /// <summary>The monitor's voltage moves by a bit from tick to tick.</summary>
    public bool MonitorLives { get; set; } = true;

    /// <summary>The gate is seen high where it is driven.</summary>
    public bool GateLives { get; set; } = true;

    public int SampleAgeMs { get; set; }

    public int Puffs { get; set; }

    public void HoldButton()
    {
        Inputs.ButtonPressed = true;
        for (int tick = 0; tick < 55; tick++)
        {
            Step(0, demandStays: Demand.Phase != HeatPhase.Off);
        }

        Inputs.ButtonPressed = false;
    }

    /// <summary>Demands heat for a tick, after which the supervisor has cleared it or has not.</summary>
    public void Heat(HeatPhase phase, float setpointCelsius)
    {
        Demand.Phase = phase;
        Demand.SetpointCelsius = setpointCelsius;
        Step(0);
    }

    /// <summary>Some ticks with the same wish.</summary>
    public void Run(int ticks, float requestedPermille = 0)
    {
        for (int tick = 0; tick < ticks; tick++)
        {
            Step(requestedPermille);
        }
    }

    /// <summary>One tick with a wish of the controller.</summary>
    /// <returns>The duty that is permitted.</returns>
    public int Step(float requestedPermille, int periodMs = 20, bool demandStays = true)
    {
        nowMs += periodMs;
        Inputs.ThermocoupleRaw ^= 1;
        Inputs.HeaterVolts += MonitorLives ? dither = -dither : 0;
        Inputs.HeaterTopVolts = Inputs.HeaterVolts;
        Inputs.GateHigh = GateLives && Supervisor.DutyPermille > 0;
        Inputs.HeaterSampleMs = nowMs - SampleAgeMs;
        Inputs.ThermocoupleSampleMs = nowMs - SampleAgeMs;
        Demand.ConfirmedMs = demandStays ? nowMs : -1;
        Supervisor.Permit(nowMs, Inputs, Demand, requestedPermille);
        Supervisor.Watch(Puffs);
        return Supervisor.DutyPermille;
    }
}
