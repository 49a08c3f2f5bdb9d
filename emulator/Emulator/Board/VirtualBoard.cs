using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// The board: its chips, how they are wired to each other and to the plant, and its own time. A blocking call of
/// the firmware moves that time ahead of the queue's; plant and protections follow lazily.
/// </summary>
public sealed class VirtualBoard
{
    /// <summary>Well above what row 51 asks for.</summary>
    public const uint UsualFreeMemoryBytes = 24_000;

    // Protections look at the plant at least this often. At full power the heater gains 2 K in it.
    private const long SliceUs = 10_000;

    private readonly EventQueue queue;
    private long localUs;
    private long watchedUs = -1;
    private long watchedChanges;
    private long measuredUs = -1;
    private long measuredChanges;
    private MonitorSignal heaterSignal;
    private MonitorSignal cellSignal;

    public VirtualBoard(EventQueue queue, HolderPlant plant, ulong seed, FlashVolume flash)
    {
        this.queue = queue;
        Plant = plant;
        Flash = flash;
        Adc = new AdcChip(seed);
        HeaterMonitor = new Ina226Chip(seed, "heater-monitor");
        CellMonitor = new Ina226Chip(seed, "cell-monitor");
        Accelerometer = new Lis3dhChip(seed);
        Storage = new StoragePath(flash);
        PowerStage = new PowerStage(plant, ThermocoupleMillivolts)
        {
            Log = line => Log?.Invoke(line),
        };
        Charger = new ChargerChip(plant);
        Radio = new RadioChip(queue);
        WireI2c();
        WireAnalogInputs();
        WirePins();
    }

    public HolderPlant Plant { get; }

    public GpioBank Gpio { get; } = new();

    public PwmBank Pwm { get; } = new();

    public AdcChip Adc { get; }

    public I2cBus I2c { get; } = new();

    public Ina226Chip HeaterMonitor { get; }

    public Ina226Chip CellMonitor { get; }

    public Ds3231Chip Clock { get; } = new();

    public Lis3dhChip Accelerometer { get; }

    public PowerStage PowerStage { get; }

    public ChargerChip Charger { get; }

    public FlashVolume Flash { get; }

    /// <summary>How the processor gets at <see cref="Flash"/>.</summary>
    public StoragePath Storage { get; }

    public RadioChip Radio { get; }

    public ProcessorClock ProcessorClock { get; } = new();

    /// <summary>Where faults of measured quantities are put.</summary>
    public SensorPaths Sensors { get; } = new();

    /// <summary>Free bytes of the heap as the firmware is told; the emulator's own memory is no guide to the device's.</summary>
    public uint FreeMemoryBytes { get; set; } = UsualFreeMemoryBytes;

    /// <summary>Lines from the board itself.</summary>
    public Action<string>? Log { get; set; }

    // What people's hands do to the switches.

    public bool ButtonHeld { get; set; }

    /// <summary>The contact inside the case is closed: the module's BOOT button.</summary>
    public bool ServiceContactClosed { get; set; }

    /// <summary>The dock's contact is closed and gives the charger 5 V.</summary>
    public bool DockContact
    {
        get => Charger.Supplied;
        set
        {
            Settle();
            Charger.Supplied = value;
        }
    }

    /// <summary>Board time, µs: the queue's, or later while the processor is busy.</summary>
    public long NowUs => Math.Max(localUs, queue.NowUs);

    /// <summary>The processor waits.</summary>
    public void Spend(long microseconds) => localUs = NowUs + microseconds;

    /// <summary>Power-on: every chip but the battery-backed clock begins anew.</summary>
    public void Reset()
    {
        Settle();
        Gpio.Reset();
        Pwm.Reset();
        PowerStage.Reset();
        HeaterMonitor.Reset(NowUs);
        CellMonitor.Reset(NowUs);
        Accelerometer.Reset();
        Radio.Reset();
        Flash.RestorePower();
    }

    /// <summary>Power-off: outputs fall, the radio falls silent.</summary>
    public void PowerOff()
    {
        Settle();
        Gpio.Reset();
        Pwm.Reset();
        PowerStage.Reset();
        Radio.Reset();
    }

    /// <summary>Gives the sensors tolerances and noise.</summary>
    public void SetErrors(SensorErrors errors)
    {
        Sensors.ThermocoupleCelsius.Offset = errors.ThermocoupleOffsetCelsius;
        Sensors.ThermocoupleCelsius.Gain = errors.ThermocoupleGain;
        Sensors.HeaterAmps.Gain = errors.HeaterCurrentGain;
        Sensors.HeaterVolts.Gain = errors.HeaterVoltageGain;
        Sensors.CellVolts.Gain = errors.CellVoltageGain;
        Sensors.CellCelsius.Offset = errors.CellOffsetCelsius;
        Sensors.BoardCelsius.Offset = errors.BoardOffsetCelsius;
        Adc.NoiseBits = errors.AdcNoiseBits;
        foreach (Ina226Chip monitor in (Ina226Chip[])[HeaterMonitor, CellMonitor])
        {
            monitor.ShuntNoiseVolts = errors.ShuntNoiseVolts;
            monitor.BusNoiseVolts = errors.BusNoiseVolts;
        }
    }

    /// <summary>Brings plant, protections and converters up to the board's time.</summary>
    public void Settle()
    {
        long target = NowUs;
        while (Plant.TimeUs < target)
        {
            long from = Plant.TimeUs;
            Watch();
            long to = Math.Min(target, Math.Min(((from / SliceUs) + 1) * SliceUs, Math.Max(PowerStage.DeadManDueUs, from + 1)));
            if (from % SliceUs == 0)
            {
                Charger.Regulate();
            }

            Measure();
            (MonitorSignal heaterBefore, MonitorSignal cellBefore) = (heaterSignal, cellSignal);
            Plant.AdvanceTo(to);
            Measure();
            HeaterMonitor.Observe(from, to, heaterBefore, heaterSignal);
            CellMonitor.Observe(from, to, cellBefore, cellSignal);
        }

        Watch();
    }

    /// <summary>Lets the protections look at the plant, unless they have seen it as it is now.</summary>
    private void Watch()
    {
        long changes = Plant.Changes + Sensors.Changes + PowerStage.Changes;
        if (watchedUs != Plant.TimeUs || watchedChanges != changes)
        {
            PowerStage.Watch(Plant.TimeUs);
            watchedUs = Plant.TimeUs;
            watchedChanges = Plant.Changes + Sensors.Changes + PowerStage.Changes;
        }
    }

    /// <summary>What the monitors' inputs see now, unless it is known.</summary>
    private void Measure()
    {
        long changes = Plant.Changes + Sensors.Changes;
        if (measuredUs != Plant.TimeUs || measuredChanges != changes)
        {
            heaterSignal = HeaterSignal();
            cellSignal = CellSignal();
            measuredUs = Plant.TimeUs;
            measuredChanges = changes;
        }
    }

    private void WireI2c()
    {
        I2c.Attach(Wiring.HeaterMonitorAddress, HeaterMonitor);
        I2c.Attach(Wiring.CellMonitorAddress, CellMonitor);
        I2c.Attach(Wiring.ClockAddress, Clock);
        I2c.Attach(Wiring.AccelerometerAddress, Accelerometer);
    }

    private void WireAnalogInputs()
    {
        Adc.Attach(Wiring.ThermocoupleChannel, ThermocoupleMillivolts);
        Adc.Attach(Wiring.CellNtcChannel,
            () => NtcDivider.Millivolts(Sensors.CellCelsius.Pass(Plant.CellCelsius, Plant.TimeUs)));
        Adc.Attach(Wiring.BoardNtcChannel,
            () => NtcDivider.Millivolts(Sensors.BoardCelsius.Pass(Plant.BoardCelsius, Plant.TimeUs)));
        Adc.Attach(Wiring.ReferenceChannel,
            () => Sensors.ReferenceMillivolts.Pass(Wiring.ReferenceMillivolts, Plant.TimeUs));
        Adc.Attach(Wiring.HeaterDividerChannel, () =>
        {
            Measure();
            return heaterSignal.BusVolts * Wiring.HeaterDividerRatio * 1000;
        });
    }

    private void WirePins()
    {
        Gpio.AttachDriver(Wiring.ButtonPin, () => !ButtonHeld);
        Gpio.AttachDriver(Wiring.ServicePin, () => !ServiceContactClosed);
        Gpio.AttachDriver(Wiring.StickPin, () => !Plant.StickInserted);
        Gpio.AttachDriver(Wiring.DockPin, () => !DockContact);
        Gpio.AttachDriver(Wiring.ChargerStatusPin, () => !Charger.Active);
        Gpio.AttachDriver(Wiring.GatePin, () => Sensors.Gate.Pass(PowerStage.GateAt(NowUs), NowUs));
        Gpio.AttachLoad(Wiring.LoadSwitchPin, level =>
        {
            Settle();
            PowerStage.SetEnable(level);
        });
        Gpio.AttachLoad(Wiring.HeartbeatPin, level =>
        {
            Settle();
            PowerStage.SetHeartbeat(level, NowUs);
        });
        Gpio.AttachLoad(Wiring.ChargeEnablePin, level =>
        {
            Settle();
            Charger.Enabled = level;
        });
        Pwm.AttachLoad(Wiring.HeaterPin, duty =>
        {
            Settle();
            PowerStage.SetDuty(duty);
        });
    }

    /// <summary>Averages over a PWM period at the heater's top node and its shunt: both are duty times the on value.</summary>
    private MonitorSignal HeaterSignal()
    {
        double amps = 0;
        double volts = 0;
        if (PowerStage.Conducts)
        {
            double duty = Plant.HeaterDuty;
            amps = duty * Plant.HeaterOnAmps;
            volts = Sensors.HeaterCelsius.Fault is null ? duty * Plant.HeaterOnVolts : amps * ShownHeaterOhms();
        }

        return new MonitorSignal(
            Sensors.HeaterAmps.Pass(amps, Plant.TimeUs) * Wiring.ShuntOhms, Sensors.HeaterVolts.Pass(volts, Plant.TimeUs));
    }

    /// <summary>The heater is its own thermometer: a fault of that is a resistance that belongs to another temperature.</summary>
    private double ShownHeaterOhms()
    {
        double shownCelsius = Sensors.HeaterCelsius.Pass(Plant.HeaterCelsius, Plant.TimeUs);
        double shownByTrue = Plant.Parameters.HeaterOhmsAt(shownCelsius) / Plant.Parameters.HeaterOhmsAt(Plant.HeaterCelsius);
        return (Plant.HeaterOhms * shownByTrue) + Plant.Parameters.ShuntOhms;
    }

    /// <summary>Output of the thermocouple's amplifier: converter and comparator look at the same.</summary>
    private double ThermocoupleMillivolts() =>
        Ad8495.Millivolts(Sensors.ThermocoupleCelsius.Pass(Plant.ThermocoupleCelsius, Plant.TimeUs));

    /// <summary>The cell's shunt is oriented so that charging reads positive.</summary>
    private MonitorSignal CellSignal() =>
        new(
            Sensors.CellAmps.Pass(Plant.CellAmps, Plant.TimeUs) * Wiring.ShuntOhms,
            Sensors.CellVolts.Pass(Plant.CellVolts, Plant.TimeUs));
}
