using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>A supervisor alone, with inputs that are fresh, alive by one bit and harmless unless a test says otherwise.</summary>
internal sealed class SupervisorBench
{
    private long nowMs = 1000;
    private float dither = 0.00125f;

    /// <param name="held">The button was held just now, so that a session may begin.</param>
    public SupervisorBench(bool held = true)
    {
        Supervisor = new Supervisor(Settings);
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
    };

    public HeatDemand Demand { get; } = new();

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

    public void Heat(HeatPhase phase, float setpointCelsius)
    {
        Demand.Phase = phase;
        Demand.SetpointCelsius = setpointCelsius;
    }

    /// <summary>One tick with a wish of the controller.</summary>
    /// <returns>The duty that is permitted.</returns>
    public int Step(float requestedPermille, int periodMs = 20, bool demandStays = true)
    {
        nowMs += periodMs;
        Inputs.ThermocoupleRaw ^= 1;
        Inputs.HeaterVolts += dither = -dither;
        Inputs.HeaterSampleMs = nowMs - SampleAgeMs;
        Inputs.ThermocoupleSampleMs = nowMs - SampleAgeMs;
        Demand.ConfirmedMs = demandStays ? nowMs : -1;
        Supervisor.Step(nowMs, Inputs, Demand, requestedPermille, Puffs);
        return Supervisor.DutyPermille;
    }
}
