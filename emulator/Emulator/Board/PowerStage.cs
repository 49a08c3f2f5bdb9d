using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// The way of the current: cell, load switch, transistor, heater. The load switch conducts only while its enable
/// pin is high, the dead-man has seen an edge within 200 ms, and neither latch has tripped. All of this is
/// hardware: it works with the firmware hung, and each part can be broken on purpose.
/// </summary>
public sealed class PowerStage
{
    /// <summary>The dead-man opens the load switch this long after the last edge of the heartbeat.</summary>
    public const long DeadManUs = 200_000;

    /// <summary>The comparator trips at 400 °C: 2.25 V behind the thermocouple amplifier.</summary>
    public const double ComparatorMillivolts = 2250;

    /// <summary>The over-current latch trips above this.</summary>
    public const double OverCurrentAmps = 7;

    private const int PwmPeriodUs = 50;

    private readonly HolderPlant plant;
    private readonly Func<double> thermocoupleMillivolts;
    private double duty;
    private bool enabled;
    private bool heartbeat;
    private bool alive;
    private long lastEdgeUs;
    private PowerStageDefects defects;
    private bool isApplied;

    /// <param name="plant">Where the current flows.</param>
    /// <param name="thermocoupleMillivolts">Output of the thermocouple amplifier.</param>
    public PowerStage(HolderPlant plant, Func<double> thermocoupleMillivolts)
    {
        this.plant = plant;
        this.thermocoupleMillivolts = thermocoupleMillivolts;
    }

    /// <summary>Parts that do not work.</summary>
    public PowerStageDefects Defects
    {
        get => defects;
        set
        {
            defects = value;
            isApplied = false;
            Changes++;
        }
    }

    /// <summary>Grows with everything that acts on the stage: a look at the plant of one time holds until it has grown.</summary>
    public long Changes { get; private set; }

    /// <summary>Tells the log of a trip.</summary>
    public Action<string>? Log { get; set; }

    public bool OverTemperatureTripped { get; private set; }

    public bool OverCurrentTripped { get; private set; }

    /// <summary>The dead-man holds the load switch open.</summary>
    public bool DeadManExpired => !alive;

    /// <summary>Duty at the transistor's gate, 0..1.</summary>
    public double Duty => Has(PowerStageDefects.TransistorShorted) ? 1 : duty;

    /// <summary>The firmware wants the load switch closed.</summary>
    public bool Enabled => enabled;

    public bool Conducts => plant.LoadSwitchClosed && plant.HeaterDuty > 0;

    /// <summary>When the dead-man will open the load switch unless another edge comes.</summary>
    public long DeadManDueUs => alive && !Has(PowerStageDefects.DeadManDead) ? lastEdgeUs + DeadManUs : long.MaxValue;

    /// <summary>Level of the transistor's gate at one moment of the 20 kHz period.</summary>
    public bool GateAt(long nowUs) => nowUs % PwmPeriodUs < (long)((Duty * PwmPeriodUs) + 0.5);

    /// <summary>Power-on: latches released, dead-man expired until the first edge.</summary>
    public void Reset()
    {
        duty = 0;
        enabled = false;
        heartbeat = false;
        alive = false;
        OverTemperatureTripped = false;
        OverCurrentTripped = false;
        Apply();
    }

    public void SetDuty(double value)
    {
        duty = Math.Clamp(value, 0, 1);
        Apply();
    }

    public void SetEnable(bool level)
    {
        enabled = level;
        Apply();
    }

    /// <summary>Level of the heartbeat pin; only its edges count.</summary>
    public void SetHeartbeat(bool level, long nowUs)
    {
        if (level == heartbeat)
        {
            return;
        }

        heartbeat = level;
        alive = true;
        lastEdgeUs = nowUs;
        Apply();
    }

    /// <summary>Lets the protections look at the plant as it is now.</summary>
    public void Watch(long nowUs)
    {
        if (nowUs >= DeadManDueUs)
        {
            alive = false;
            isApplied = false;
            Log?.Invoke("board: dead-man opened the load switch");
        }

        if (!OverTemperatureTripped && !Has(PowerStageDefects.ComparatorDead) && thermocoupleMillivolts() >= ComparatorMillivolts)
        {
            OverTemperatureTripped = true;
            isApplied = false;
            Log?.Invoke("board: the 400 °C comparator opened the load switch");
        }

        if (!isApplied)
        {
            Apply();
        }

        if (!OverCurrentTripped && !Has(PowerStageDefects.OverCurrentDead) && Conducts && plant.HeaterOnAmps > OverCurrentAmps)
        {
            OverCurrentTripped = true;
            Log?.Invoke("board: the over-current latch opened the load switch");
            Apply();
        }
    }

    private void Apply()
    {
        isApplied = true;
        Changes++;
        bool closed = enabled && (alive || Has(PowerStageDefects.DeadManDead)) && !OverTemperatureTripped && !OverCurrentTripped;
        plant.LoadSwitchClosed = closed || Has(PowerStageDefects.LoadSwitchWelded);
        plant.HeaterDuty = Duty;
    }

    private bool Has(PowerStageDefects defect) => (defects & defect) != PowerStageDefects.None;
}
