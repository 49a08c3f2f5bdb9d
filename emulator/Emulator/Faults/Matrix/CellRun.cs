using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>One holder brought into a phase, broken, watched, and asked for another session.</summary>
internal sealed class CellRun : IDisposable
{
    private const double HeatUpCelsius = 120;
    private const double PuffMillilitres = 80;
    private const double PuffSeconds = 4;
    private const double PuffPeriodSeconds = 8;
    private const double NextStartSeconds = 20;

    private readonly FaultTrial trial;
    private readonly MatrixPhase phase;
    private readonly VirtualHolder holder;

    private CellRun(FaultTrial trial, MatrixPhase phase, MatrixPlant plant, ulong seed)
    {
        this.trial = trial;
        this.phase = phase;
        holder = VirtualHolder.Start(MatrixUnits.Of(plant, seed));
    }

    /// <summary>Runs as fast as the machine can.</summary>
    /// <param name="trial">What goes wrong.</param>
    /// <param name="phase">When.</param>
    /// <param name="plant">On which unit.</param>
    /// <param name="seed">Seed of noise and chance.</param>
    /// <param name="withoutOwnRow">The row's own detector is switched off: a mutant.</param>
    public static CellOutcome Play(FaultTrial trial, MatrixPhase phase, MatrixPlant plant, ulong seed, bool withoutOwnRow)
    {
        using var run = new CellRun(trial, phase, plant, seed);
        run.Reach();
        run.SwitchOff(withoutOwnRow);
        return run.Break();
    }

    /// <summary>Breaks a holder and looks at its heater for a while, and at nothing else.</summary>
    /// <param name="trial">What goes wrong.</param>
    /// <param name="phase">When.</param>
    /// <param name="plant">On which unit.</param>
    /// <param name="seed">Seed of noise and chance.</param>
    /// <param name="seconds">How long from the fault on.</param>
    /// <returns>True temperature of the heater over the time since the fault, tick by tick.</returns>
    public static IReadOnlyList<(double Seconds, double Celsius)> Record(
        FaultTrial trial, MatrixPhase phase, MatrixPlant plant, ulong seed, double seconds)
    {
        using var run = new CellRun(trial, phase, plant, seed);
        run.Reach();
        run.SwitchOff(ownRowToo: false);
        var curve = new HeaterCurve(run.holder);
        run.holder.Observe(curve);
        run.Inject();
        run.Wait(seconds);
        return curve.Points;
    }

    public void Dispose() => holder.Dispose();

    private void Reach()
    {
        Wait(1);
        if (phase == MatrixPhase.Charging)
        {
            holder.SetUsbPower(true);
            holder.Dock();
            Wait(3);
            return;
        }

        StartSession();
        if (phase == MatrixPhase.HeatUp)
        {
            holder.RunUntil(static h => h.Plant.HeaterCelsius > HeatUpCelsius, TimeSpan.FromSeconds(20));
            return;
        }

        holder.RunUntil(static h => h.Firmware.State != HolderState.Preheat, TimeSpan.FromSeconds(65));
        Wait(5);
        if (phase == MatrixPhase.Puff)
        {
            Puff();
            Wait(1);
        }
        else if (phase == MatrixPhase.CoolDown)
        {
            EndSession();
            Wait(0.5);
        }
    }

    private CellOutcome Break()
    {
        var watch = new CatchWatch(holder, trial);
        holder.Observe(watch);
        Inject();
        Watch(watch);
        if (!watch.Acted)
        {
            watch.AtNextStart = true;
            TryNextSession();
        }

        return new CellOutcome([.. watch.Catches], watch.PeakCelsius, holder.Firmware.FaultLatched, watch.Breach);
    }

    private void Inject()
    {
        foreach (string fault in trial.Faults)
        {
            string[] parts = fault.Split('=');
            double? amount = parts.Length > 1 ? double.Parse(parts[1]) : null;
            holder.Inject(parts[0], amount);
        }
    }

    /// <summary>A second more once somebody has acted: who else notices, and how hot it still gets.</summary>
    private void Watch(CatchWatch watch)
    {
        double left = trial.WatchSeconds;
        double toPuff = PuffPeriodSeconds - 1;
        bool acted = false;
        while (left > 0)
        {
            double step = Math.Min(0.5, left);
            Wait(step);
            left -= step;
            toPuff -= step;
            if (phase == MatrixPhase.Puff && toPuff <= 0)
            {
                Puff();
                toPuff += PuffPeriodSeconds;
            }

            if (watch.Acted && !acted)
            {
                acted = true;
                left = Math.Min(left, 2);
            }
        }
    }

    private void TryNextSession()
    {
        if (phase == MatrixPhase.Charging)
        {
            holder.Undock();
            holder.SetUsbPower(false);
            Wait(1);
        }
        else if (holder.Firmware.IsHeatingState)
        {
            EndSession();
            Wait(1);
        }

        holder.RemoveStick();
        Wait(1);
        StartSession();
        Wait(NextStartSeconds);
    }

    private void StartSession()
    {
        holder.InsertStick();
        Wait(1);
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(static h => h.Firmware.IsHeatingState, TimeSpan.FromSeconds(3));
    }

    private void EndSession()
    {
        Wait(0.5);
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(static h => !h.Firmware.IsHeatingState, TimeSpan.FromSeconds(3));
    }

    private void Puff() => holder.Puff(PuffMillilitres, PuffSeconds);

    private void Wait(double seconds) => holder.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>What the trial puts out of force, and the row itself: its part of the firmware is muted, that of the board broken.</summary>
    private void SwitchOff(bool ownRowToo)
    {
        long own = 1L << trial.Row;
        holder.Firmware.MutedRows = (trial.Alone ? ~own : 0) | (ownRowToo ? own : 0);
        if (ownRowToo)
        {
            holder.Board.PowerStage.Defects |= trial.Row switch
            {
                12 => PowerStageDefects.ComparatorDead,
                20 => PowerStageDefects.OverCurrentDead,
                28 or 31 => PowerStageDefects.DeadManDead,
                _ => PowerStageDefects.None,
            };
        }
    }
}
