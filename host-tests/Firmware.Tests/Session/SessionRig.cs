using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Session;

/// <summary>The state machine with a heater that does what the test says: by default it reaches its set point in 8 s.</summary>
internal sealed class SessionRig
{
    public const int StepMs = 20;

    private bool scriptedHeater;

    public SessionRig(HolderModelId model = HolderModelId.IlumaI, int cellMv = 4100)
    {
        Machine = new SessionMachine(new HolderModel(model), Settings, Usage, Log, Gauge, Requests);
        Indicator = new Indicator(Machine, Settings, Gauge, Requests);
        Inputs.CellMv = cellMv;
        Inputs.CellMilliCelsius = 25000;
        Inputs.BoardMilliCelsius = 25000;
        Inputs.CellSampleMs = 0;
        Inputs.RtcSeconds = 86400 * 100;
        Gauge.Step(0, cellMv, 0, 25000);
        Heater.Valid = true;
        Heater.Celsius = 25;
        Run(1);
    }

    public Settings Settings { get; } = new();

    public UsageCounters Usage { get; } = new();

    public EventLog Log { get; } = new();

    public BatteryGauge Gauge { get; } = new();

    public UserRequests Requests { get; } = new();

    public BoardInputs Inputs { get; } = new();

    public BoardOutputs Outputs { get; } = new();

    public HeaterView Heater { get; } = new();

    public SessionMachine Machine { get; }

    public Indicator Indicator { get; }

    public long NowMs { get; private set; }

    public HolderState State => Machine.Status.State;

    /// <summary>Every cue since the last look.</summary>
    public IndicationCues SeenCues { get; private set; }

    /// <summary>The last step asked for a release of what had tripped.</summary>
    public bool ReleaseRequested { get; private set; }

    public IndicationCues TakeCues()
    {
        var seen = SeenCues;
        SeenCues = IndicationCues.None;
        return seen;
    }

    /// <summary>From here on the heater's temperature is the test's.</summary>
    public void Script(float celsius, bool valid = true)
    {
        scriptedHeater = true;
        Heater.Celsius = celsius;
        Heater.Valid = valid;
    }

    public void Step()
    {
        NowMs += StepMs;
        if (!scriptedHeater)
        {
            float target = Machine.Demand.Phase == HeatPhase.Off ? 25 : Machine.Demand.SetpointCelsius;
            float change = Math.Clamp(target - Heater.Celsius, -0.8f, 0.8f);
            Heater.Celsius += change;
        }

        StepMachine(NowMs);
        ReleaseRequested = Machine.TakeReleaseRequest();
        var cues = Machine.TakeCues();
        SeenCues |= cues;
        Indicator.Step(NowMs, cues, Outputs);
    }

    /// <summary>All three parts of the state machine, which the loop spreads over its ticks.</summary>
    public void StepMachine(long nowMs)
    {
        Machine.Sense(nowMs, Inputs);
        Machine.Decide(nowMs, Inputs, Heater);
        Machine.Report(nowMs, Inputs, Heater);
    }

    public void Run(double seconds)
    {
        for (int i = 0; i < seconds * 1000 / StepMs; i++)
        {
            Step();
        }
    }

    public bool RunUntil(HolderState state, double limitSeconds)
    {
        for (int i = 0; i < limitSeconds * 1000 / StepMs && State != state; i++)
        {
            Step();
        }

        return State == state;
    }

    public void Hold(double seconds)
    {
        Inputs.ButtonPressed = true;
        Run(seconds);
        Inputs.ButtonPressed = false;
        Step();
    }

    public void ShortPress() => Hold(0.3);

    public void InsertStick()
    {
        Inputs.StickPresent = true;
        Run(0.6);
    }

    /// <summary>Inserts a stick and holds the button until preheating begins.</summary>
    public void Start()
    {
        InsertStick();
        Hold(1.1);
        State.ShouldBe(HolderState.Preheat);
    }

    public void StartAndGetReady()
    {
        Start();
        RunUntil(HolderState.Session, 30).ShouldBeTrue();
    }

    public void Puff(int meanMl = 55)
    {
        Heater.Puffing = true;
        Heater.PuffCount++;
        Run(1);
        Heater.MeanPuffMl = meanMl;
        Heater.Puffing = false;
        Run(1);
    }
}
