using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// One unit, one day, one smoker: a member of the population over which claims about the heater are made. Everything
/// follows from the seed of the population and the number of the draw.
/// </summary>
public sealed class SessionDraw
{
    /// <summary>Units spread this far around the nominal heater; no calibration beyond it is accepted.</summary>
    public const double HighestSpread = 0.30;

    /// <summary>What the calibration of R0 may be wrong by.</summary>
    public const double CalibrationError = 0.001;

    public const double LowestAmbientCelsius = 0;
    public const double HighestAmbientCelsius = 40;
    public const double LowestOpenCircuitVolts = 3.4;
    public const double HighestOpenCircuitVolts = 4.2;

    private SessionDraw(int run, ulong seed, DeterministicRandom random, double spread)
    {
        Run = run;
        Seed = seed;
        AmbientCelsius = random.NextDouble(LowestAmbientCelsius, HighestAmbientCelsius);
        OpenCircuitVolts = random.NextDouble(LowestOpenCircuitVolts, HighestOpenCircuitVolts);
        double calibration = random.NextDouble(1 - CalibrationError, 1 + CalibrationError);
        PlantParameters plant = Spread(random, spread);
        Plant = plant with { InitialStateOfCharge = plant.Cell.StateOfChargeAt(OpenCircuitVolts) };
        CalibratedR0MicroOhm = Math.Clamp(
            (int)Math.Round(Plant.HeaterR0Ohms * 1e6 * calibration),
            HeaterCalibration.LowestR0MicroOhm,
            HeaterCalibration.HighestR0MicroOhm);
        Puffs = PuffProfile.ByName("natural", seed);
    }

    /// <summary>Number of the draw within its population, from 0.</summary>
    public int Run { get; }

    /// <summary>Seed of this session alone: sensor noise and puffs. 53 bits, so that every reader of JSON keeps it whole.</summary>
    public ulong Seed { get; }

    /// <summary>The unit's plant.</summary>
    public PlantParameters Plant { get; }

    public double AmbientCelsius { get; }

    /// <summary>Voltage of the rested cell before the start, volts; the charge follows from it.</summary>
    public double OpenCircuitVolts { get; }

    /// <summary>What this unit's firmware has been told of its heater.</summary>
    public int CalibratedR0MicroOhm { get; }

    public PuffProfile Puffs { get; }

    /// <summary>The holder that plays this draw, before its firmware was calibrated but for R0.</summary>
    public HolderOptions Holder => new()
    {
        Seed = Seed,
        Plant = Plant,
        AmbientCelsius = AmbientCelsius,
        Flash = CalibrationImage.Flash(CalibratedR0MicroOhm),
    };

    /// <summary>The same after the calibration run that its firmware makes on this very plant; see <see cref="CalibrationBench"/>.</summary>
    public HolderOptions CalibratedHolder() =>
        Holder with { Flash = CalibrationImage.Flash(CalibratedR0MicroOhm, CalibrationBench.Run(this)) };

    /// <summary>Draws a member of the population.</summary>
    /// <param name="seed">Seed of the population.</param>
    /// <param name="run">Number of the draw, from 0.</param>
    /// <param name="spread">Half width of the uniform spread of each parameter, 0..0.3 of its nominal value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number or a spread outside its range.</exception>
    public static SessionDraw Of(ulong seed, int run, double spread)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        if (!(spread is >= 0 and <= HighestSpread))
        {
            throw new ArgumentOutOfRangeException(nameof(spread), spread, $"A spread is 0 to {HighestSpread}.");
        }

        DeterministicRandom random = DeterministicRandom.For(seed, $"population.{run}");
        return new SessionDraw(run, random.NextUInt64() >> 11, random, spread);
    }

    /// <summary>
    /// Spreads all that is thermal, the heater's R0, the path, the thermocouple's lag and the puffs' share. Not spread
    /// are temperatures (water dries where it dries), the platinum curve, the shunt (a measuring part of 1 %), and the
    /// cell's electrical side, which the drawn charge and temperature move.
    /// </summary>
    private static PlantParameters Spread(DeterministicRandom random, double spread)
    {
        var nominal = new PlantParameters();
        return nominal with
        {
            HeaterHeatCapacityJoulesPerKelvin = Drawn(nominal.HeaterHeatCapacityJoulesPerKelvin),
            StickHeatCapacityJoulesPerKelvin = Drawn(nominal.StickHeatCapacityJoulesPerKelvin),
            HeaterToStickWattsPerKelvin = Drawn(nominal.HeaterToStickWattsPerKelvin),
            StickToAmbientWattsPerKelvin = Drawn(nominal.StickToAmbientWattsPerKelvin),
            HeaterToAmbientWattsPerKelvin = Drawn(nominal.HeaterToAmbientWattsPerKelvin),
            EmptyBoreWattsPerKelvin = Drawn(nominal.EmptyBoreWattsPerKelvin),
            DryingJoules = Drawn(nominal.DryingJoules),
            DryingWattsPerKelvin = Drawn(nominal.DryingWattsPerKelvin),
            PuffJoulesPerMillilitre = Drawn(nominal.PuffJoulesPerMillilitre),
            PuffHeaterShare = Drawn(nominal.PuffHeaterShare),
            PuffFullHeatKelvin = Drawn(nominal.PuffFullHeatKelvin),
            HeaterR0Ohms = Drawn(nominal.HeaterR0Ohms),
            LoadSwitchOhms = Drawn(nominal.LoadSwitchOhms),
            TransistorOhms = Drawn(nominal.TransistorOhms),
            CellHeatCapacityJoulesPerKelvin = Drawn(nominal.CellHeatCapacityJoulesPerKelvin),
            CellCoolingSeconds = Drawn(nominal.CellCoolingSeconds),
            ThermocoupleLagSeconds = Drawn(nominal.ThermocoupleLagSeconds),
            BoardHeatCapacityJoulesPerKelvin = Drawn(nominal.BoardHeatCapacityJoulesPerKelvin),
            BoardCoolingSeconds = Drawn(nominal.BoardCoolingSeconds),
            BoardHeatShare = Drawn(nominal.BoardHeatShare),
        };

        double Drawn(double value) => value * random.NextDouble(1 - spread, 1 + spread);
    }
}
