using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Control;

/// <summary>
/// Regulation and supervisor on the plant, tick by tick, with the quantization of the board's converters and a
/// scripted state machine: button held, preheat, Ready by its rule, session, end. No board, no driver, and no proof of the cut-out.
/// </summary>
internal sealed class HeaterBench
{
    private const long TickMs = 20;
    private const int MaximumPuffs = 14;

    private readonly HeaterRegulation regulation;
    private readonly List<Puff> puffs;
    private int nextPuff;
    private double bandMs;

    /// <param name="parameters">The plant, nominal unless told.</param>
    /// <param name="puffs">Played from Ready on; at most as many as the session rules allow without flex puff.</param>
    /// <param name="ambientCelsius">Ambient and temperature at the start.</param>
    public HeaterBench(PlantParameters? parameters = null, PuffProfile? puffs = null, double ambientCelsius = 25)
    {
        Plant = new HolderPlant(parameters ?? new PlantParameters()) { AmbientCelsius = ambientCelsius, StickInserted = true };
        Inputs.StickPresent = true;
        Settings = new Settings { HeaterR0MicroOhm = (int)(Plant.Parameters.HeaterR0Ohms * 1e6) };
        regulation = new HeaterRegulation(Settings);
        Supervisor = new Supervisor(Settings) { MutedRows = 1L << CutOutProof.Row };
        this.puffs = puffs is null ? [] : [.. puffs.Puffs.Take(MaximumPuffs)];
    }

    public HolderPlant Plant { get; }

    public Settings Settings { get; }

    public BoardInputs Inputs { get; } = new();

    public HeatDemand Demand { get; } = new();

    public Supervisor Supervisor { get; }

    public HeaterView View => regulation.View;

    /// <summary>What goes wrong between the plant and the firmware, after the samples of a tick were taken.</summary>
    public Action<HeaterBench>? Fault { get; set; }

    /// <summary>Looks at every tick after it was run.</summary>
    public Action<HeaterBench>? Watch { get; set; }

    public long NowMs { get; private set; }

    /// <summary>Start of the heat; -1 before.</summary>
    public long StartMs { get; private set; } = -1;

    /// <summary>When Ready was reached; -1 before.</summary>
    public long ReadyMs { get; private set; } = -1;

    /// <summary>Controller's wish of the last tick.</summary>
    public float RequestedPermille { get; private set; }

    /// <summary>Seconds since Ready; negative before.</summary>
    public double SessionSeconds => ReadyMs < 0 ? -1 : (NowMs - ReadyMs) / 1000.0;

    /// <summary>Holds the button and begins to heat, as the state machine would.</summary>
    public void Start()
    {
        Inputs.ButtonPressed = true;
        Run(1.1);
        StartMs = NowMs;
        Demand.SessionStartMs = NowMs;
        SetDemand(HeatPhase.Preheat, 345);
        Tick();
        Inputs.ButtonPressed = false;
    }

    public void SetDemand(HeatPhase phase, float setpointCelsius)
    {
        Demand.Phase = phase;
        Demand.SetpointCelsius = setpointCelsius;
    }

    /// <summary>Starts and runs until the end of a session of 360 s from Ready, or for a limit.</summary>
    public HeaterBench RunSession(double seconds = 400)
    {
        Start();
        while (NowMs - StartMs < seconds * 1000 && SessionSeconds < 360 && Supervisor.FaultRow == 0)
        {
            Tick();
        }

        return this;
    }

    public void Run(double seconds)
    {
        for (long endMs = NowMs + (long)(seconds * 1000); NowMs < endMs;)
        {
            Tick();
        }
    }

    public void Tick()
    {
        NowMs += TickMs;
        PlayPuffs();
        Plant.AdvanceTo(NowMs * 1000);
        PlantSampler.Sample(Plant, NowMs, Inputs);
        Fault?.Invoke(this);
        regulation.Observe(NowMs, Inputs, Demand, Supervisor.DutyPermille);
        ScriptDemand();
        Demand.ConfirmedMs = NowMs;
        RequestedPermille = regulation.Control(NowMs, Inputs, Demand);
        Supervisor.Permit(NowMs, Inputs, Demand, RequestedPermille);
        Supervisor.Watch(View.PuffCount);
        Plant.LoadSwitchClosed = Supervisor.LoadSwitchOn;
        Plant.HeaterDuty = Supervisor.DutyPermille / 1000.0;
        Watch?.Invoke(this);
        regulation.Follow(Demand.Phase, Inputs);
    }

    private void PlayPuffs()
    {
        if (ReadyMs >= 0 && nextPuff < puffs.Count && puffs[nextPuff].StartSeconds <= SessionSeconds)
        {
            Puff puff = puffs[nextPuff++];
            Plant.StartPuff(puff.Millilitres, puff.Seconds);
        }
    }

    private void ScriptDemand()
    {
        if (Demand.Phase == HeatPhase.Preheat)
        {
            bandMs = View.Valid && Math.Abs(View.Celsius - 345) <= 3 ? bandMs + TickMs : 0;
            if (bandMs >= 1000 && NowMs - StartMs >= 18_000)
            {
                ReadyMs = NowMs;
                SetDemand(HeatPhase.Hold, 335);
            }
        }
        else if (Demand.Phase == HeatPhase.Hold)
        {
            SetDemand(HeatPhase.Hold, (float)(335 + (10 * Math.Clamp((SessionSeconds - 300) / 60, 0, 1))));
        }
    }
}
