using System.Runtime.CompilerServices;

namespace IqosDevice.Emulator.Plant;

/// <summary>
/// The physics of one holder: heater, stick, puffs, cell, ambient. SI units, doubles, no I/O, no clock of its
/// own: it is integrated lazily up to the time that the board asks for.
/// </summary>
/// <remarks>
/// Heun's method on a fixed grid of 10 ms. A step is cut only where something acts on the plant (duty, switch,
/// stick, puff); a look in between is a point on the step's own curve, its continuous extension of second order
/// (Hairer, Nørsett, Wanner: Solving Ordinary Differential Equations I, II.6), which costs no further evaluation of the
/// equations. So what is seen depends on what was done and when, never on how often or when somebody looked.
/// </remarks>
public sealed class HolderPlant
{
    private const long GridUs = 10_000;

    private readonly PlantEquations equations;
    private PlantState kept;
    private long keptUs;

    // The step from the kept state on: to the next point of the grid, or the end of a puff.
    private long stepEndUs;
    private PlantState firstRate;
    private PlantState secondRate;
    private bool stepKnown;
    private PlantState seen;
    private long seenUs;
    private PlantCurrents currents;
    private bool currentsKnown;
    private long puffEndUs;

    public HolderPlant(PlantParameters parameters)
    {
        Parameters = parameters;
        equations = new PlantEquations(parameters);
        kept = equations.AtRest();
        seen = kept;
    }

    public PlantParameters Parameters { get; }

    /// <summary>Time up to which the state has been integrated, microseconds.</summary>
    public long TimeUs { get; private set; }

    /// <summary>Grows with everything that acts on the plant: what was seen at a time holds until it has grown.</summary>
    public long Changes { get; private set; }

    // What the board drives.

    /// <summary>Duty of the heater's transistor, 0..1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number within 0..1.</exception>
    public double HeaterDuty
    {
        get => equations.Duty;
        set
        {
            if (!(value is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A duty is 0 to 1.");
            }

            if (value != equations.Duty)
            {
                Keep();
                equations.Duty = value;
            }
        }
    }

    /// <summary>The load switch between cell and heater conducts.</summary>
    public bool LoadSwitchClosed
    {
        get => equations.LoadSwitchClosed;
        set
        {
            if (value != equations.LoadSwitchClosed)
            {
                Keep();
                equations.LoadSwitchClosed = value;
            }
        }
    }

    /// <summary>Current that the charger chip pushes into the cell, amperes, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or not a number.</exception>
    public double ChargeAmps
    {
        get => equations.ChargeAmps;
        set
        {
            if (!(value >= 0) || !double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A charger does not discharge.");
            }

            if (value != equations.ChargeAmps)
            {
                Keep();
                equations.ChargeAmps = value;
            }
        }
    }

    // What people and the world do.

    /// <summary>A stick is in the bore. One that is put in is always a fresh one, at ambient, with all its water.</summary>
    public bool StickInserted
    {
        get => equations.StickInserted;
        set
        {
            if (value != equations.StickInserted)
            {
                Keep();
                equations.StickInserted = value;
                kept.StickCelsius = equations.AmbientCelsius;
                kept.DriedJoules = 0;
                seen = kept;
            }
        }
    }

    /// <summary>Temperature around the holder. Set before any time has passed, it is that of the whole holder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number within -60..150.</exception>
    public double AmbientCelsius
    {
        get => equations.AmbientCelsius;
        set
        {
            if (!(value is >= -60 and <= 150))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Ambient is -60 to 150 degrees Celsius.");
            }

            Keep();
            equations.AmbientCelsius = value;
            if (TimeUs == 0)
            {
                kept = equations.AtRest();
                seen = kept;
            }
        }
    }

    /// <summary>What has gone wrong with heater, sensor and cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A factor is not above 0, or something is not a number.</exception>
    public PlantDamage Damage
    {
        get => equations.Damage;
        set
        {
            if (!(value.HeaterResistanceFactor > 0 && value.CellResistanceFactor > 0)
                || !double.IsFinite(value.HeaterResistanceFactor + value.CellResistanceFactor
                    + value.HeaterLossWattsPerKelvin + value.CellHeatWatts + value.BoardHeatWatts))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Resistances are numbers above 0.");
            }

            Keep();
            equations.Damage = value;
        }
    }

    /// <summary>Gives the cell another charge, 0..1; rested at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number within 0..1.</exception>
    public void SetCharge(double stateOfCharge)
    {
        if (!(stateOfCharge is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(stateOfCharge), stateOfCharge, "A charge is 0 to 1.");
        }

        Keep();
        kept.StateOfCharge = stateOfCharge;
        kept.PolarizationVolts = 0;
        seen = kept;
    }

    /// <summary>A puff begins now and takes its volume evenly; one that still goes on ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Volume not within 0..1000 ml or duration not above 0 and at most 60 s.</exception>
    public void StartPuff(double millilitres, double seconds)
    {
        if (!(millilitres is >= 0 and <= 1000))
        {
            throw new ArgumentOutOfRangeException(nameof(millilitres), millilitres, "A puff is 0 to 1000 ml.");
        }

        if (!(seconds is > 0 and <= 60))
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A puff lasts up to 60 s.");
        }

        Keep();
        equations.PuffMillilitresPerSecond = millilitres / seconds;
        puffEndUs = TimeUs + (long)Math.Round(seconds * 1e6);
    }

    // What the board's chips see.

    public double HeaterCelsius => Seen.HeaterCelsius;

    /// <summary>Temperature of the stick; ambient without one.</summary>
    public double StickCelsius => StickInserted ? Seen.StickCelsius : AmbientCelsius;

    /// <summary>Thermocouple on the heater, with its lag.</summary>
    public double ThermocoupleCelsius => Seen.ThermocoupleCelsius;

    /// <summary>Voltage at the heater's top node while the transistor conducts (heater and shunt), volts.</summary>
    public double HeaterOnVolts
    {
        get
        {
            ref readonly PlantCurrents now = ref Currents;
            return now.HeaterOnAmps * (now.HeaterOhms + Parameters.ShuntOhms);
        }
    }

    /// <summary>Resistance of the heater, ohms.</summary>
    public double HeaterOhms => Currents.HeaterOhms;

    /// <summary>What the heater's resistance has gained by age, as a share.</summary>
    public double HeaterAgeing => Seen.HeaterAgeing;

    /// <summary>Current through the heater while the transistor conducts, amperes; 0 with the load switch open.</summary>
    public double HeaterOnAmps => Currents.HeaterOnAmps;

    /// <summary>Mean power that the heater turns into heat, watts.</summary>
    public double HeaterWatts
    {
        get
        {
            double amps = HeaterOnAmps;
            return HeaterDuty * amps * amps * HeaterOhms;
        }
    }

    /// <summary>Terminal voltage of the cell averaged over a PWM period, volts.</summary>
    public double CellVolts => Currents.CellVolts;

    /// <summary>Cell current averaged over a PWM period, amperes; positive charges.</summary>
    public double CellAmps => Currents.CellAmps;

    /// <summary>True state of charge, 0..1; held at its ends, where a real cell would be damaged.</summary>
    public double CellStateOfCharge => Seen.StateOfCharge;

    public double CellCelsius => Seen.CellCelsius;

    public double BoardCelsius => Seen.BoardCelsius;

    /// <summary>Energy that the heater has turned into heat since the start, joules.</summary>
    public double HeaterJoules => Seen.HeaterJoules;

    /// <summary>A puff is going on.</summary>
    public bool IsPuffing => TimeUs < puffEndUs;

    /// <summary>The state at <see cref="TimeUs"/>.</summary>
    private ref readonly PlantState Seen
    {
        get
        {
            if (seenUs != TimeUs)
            {
                Step(TimeUs, ref seen);
                seenUs = TimeUs;
            }

            return ref seen;
        }
    }

    /// <summary>What flows at <see cref="TimeUs"/>; asked for several times between two acts.</summary>
    internal ref readonly PlantCurrents Currents
    {
        get
        {
            if (!currentsKnown)
            {
                equations.CurrentsOf(Seen, out currents);
                currentsKnown = true;
            }

            return ref currents;
        }
    }

    /// <summary>Integrates up to a time; a time already passed does nothing.</summary>
    public void AdvanceTo(long timeUs)
    {
        if (timeUs <= TimeUs)
        {
            return;
        }

        for (long endUs = NextStepEndUs(); endUs <= timeUs; endUs = NextStepEndUs())
        {
            Step(endUs, ref kept);
            keptUs = endUs;
            stepKnown = false;
            if (keptUs == puffEndUs)
            {
                equations.PuffMillilitresPerSecond = 0;
            }
        }

        TimeUs = timeUs;
        currentsKnown = false;
        if (keptUs == timeUs)
        {
            seen = kept;
            seenUs = timeUs;
        }
    }

    /// <summary>Something is about to act: the state of now becomes the one to go on from.</summary>
    private void Keep()
    {
        kept = Seen;
        keptUs = TimeUs;
        stepKnown = false;
        currentsKnown = false;
        Changes++;
    }

    private long NextStepEndUs()
    {
        long gridUs = ((keptUs / GridUs) + 1) * GridUs;
        return keptUs < puffEndUs && puffEndUs < gridUs ? puffEndUs : gridUs;
    }

    /// <summary>A point of the step from the kept state: y + h·((θ - θ²/2)·k1 + θ²/2·k2) at the share θ of its length h.</summary>
    private void Step(long timeUs, ref PlantState result)
    {
        if (!stepKnown)
        {
            PrepareStep();
        }

        double seconds = (timeUs - keptUs) * 1e-6;
        double second = seconds * (timeUs - keptUs) / (2.0 * (stepEndUs - keptUs));
        result.MoveFrom(kept, firstRate, seconds - second, secondRate, second);
    }

    private void PrepareStep()
    {
        stepEndUs = NextStepEndUs();
        equations.RateOf(kept, out firstRate);
        Unsafe.SkipInit(out PlantState predicted);
        predicted.MoveFrom(kept, firstRate, (stepEndUs - keptUs) * 1e-6);
        equations.RateOf(predicted, out secondRate);
        stepKnown = true;
    }
}
