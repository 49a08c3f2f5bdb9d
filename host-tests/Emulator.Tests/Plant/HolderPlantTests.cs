using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Tests.Plant;

public sealed class HolderPlantTests
{
    private const long SecondUs = 1_000_000;

    /// <summary>Nothing leaves, so that the stores and the drying hold exactly what the heater gave.</summary>
    private static readonly PlantParameters Lossless = new()
    {
        HeaterToAmbientWattsPerKelvin = 0,
        StickToAmbientWattsPerKelvin = 0,
    };

    [Fact]
    public void At_rest_nothing_changes()
    {
        HolderPlant plant = new(new PlantParameters()) { AmbientCelsius = 31 };
        plant.AdvanceTo(600 * SecondUs);
        plant.HeaterCelsius.ShouldBe(31, 1e-9);
        plant.CellCelsius.ShouldBe(31, 1e-9);
        plant.CellAmps.ShouldBe(0);
        plant.CellStateOfCharge.ShouldBe(0.8);
        plant.HeaterJoules.ShouldBe(0);
    }

    [Fact]
    public void Looking_often_or_at_odd_times_changes_nothing()
    {
        HolderPlant often = ActedOn(lookEveryUs: 777);
        HolderPlant seldom = ActedOn(lookEveryUs: 20 * SecondUs);
        often.HeaterCelsius.ShouldBe(seldom.HeaterCelsius);
        often.CellVolts.ShouldBe(seldom.CellVolts);
        often.HeaterJoules.ShouldBe(seldom.HeaterJoules);
    }

    [Fact]
    public void Steps_and_looks_between_them_are_as_good_as_steps_twenty_times_finer()
    {
        HolderPlant coarse = new(new PlantParameters());
        HolderPlant fine = new(new PlantParameters());
        double heater = 0;
        double stick = 0;
        double thermocouple = 0;
        double volts = 0;
        double joules = 0;
        for (int tick = 0; tick < 50 * 60; tick++)
        {
            // Off the grid, as the firmware's acts are: duty at every tick, a puff now and then.
            long nowUs = (tick * 20_000L) + 1_234;
            coarse.AdvanceTo(nowUs);
            RefineTo(fine, nowUs);
            Act(coarse, tick);
            Act(fine, tick);
            foreach (long lookUs in (long[])[nowUs + 1_900, nowUs + 6_100, nowUs + 13_300])
            {
                coarse.AdvanceTo(lookUs);
                RefineTo(fine, lookUs);
                heater = Math.Max(heater, Math.Abs(coarse.HeaterCelsius - fine.HeaterCelsius));
                stick = Math.Max(stick, Math.Abs(coarse.StickCelsius - fine.StickCelsius));
                thermocouple = Math.Max(thermocouple, Math.Abs(coarse.ThermocoupleCelsius - fine.ThermocoupleCelsius));
                volts = Math.Max(volts, Math.Abs(coarse.CellVolts - fine.CellVolts));
                joules = Math.Max(joules, Math.Abs(coarse.HeaterJoules - fine.HeaterJoules));
            }
        }

        fine.HeaterCelsius.ShouldBeGreaterThan(150, "or nothing was compared");
        heater.ShouldBeLessThan(0.001);
        stick.ShouldBeLessThan(0.001);
        thermocouple.ShouldBeLessThan(0.02);
        volts.ShouldBeLessThan(1e-6);
        joules.ShouldBeLessThan(1e-4);

        // An act that changes nothing cuts a step all the same.
        static void RefineTo(HolderPlant plant, long timeUs)
        {
            while (plant.TimeUs < timeUs)
            {
                plant.AdvanceTo(Math.Min(plant.TimeUs + 500, timeUs));
                plant.AmbientCelsius = plant.AmbientCelsius;
            }
        }

        static void Act(HolderPlant plant, int tick)
        {
            plant.StickInserted = true;
            plant.LoadSwitchClosed = true;
            plant.HeaterDuty = plant.HeaterCelsius < 320 ? 0.9 : 0.05;
            if (tick % 500 == 400)
            {
                plant.StartPuff(55, 2.0005);
            }
        }
    }

    [Fact]
    public void A_nominal_heater_draws_the_current_of_its_circuit()
    {
        HolderPlant plant = new(new PlantParameters { InitialStateOfCharge = 0.5 }) { AmbientCelsius = 0 };
        plant.LoadSwitchClosed = true;
        plant.HeaterOnAmps.ShouldBe(3.705 / (0.8 + 0.05 + (0.12 * 2)), 0.01);
        plant.HeaterDuty = 0.5;
        plant.CellAmps.ShouldBe(-plant.HeaterOnAmps / 2, 1e-12);
        plant.HeaterOnVolts.ShouldBe(plant.HeaterOnAmps * 0.81, 1e-12);
        plant.CellVolts.ShouldBeLessThan(3.705);
    }

    [Fact]
    public void An_open_load_switch_stops_the_current()
    {
        HolderPlant plant = Heating();
        plant.AdvanceTo(SecondUs);
        plant.LoadSwitchClosed = false;
        double joules = plant.HeaterJoules;
        plant.AdvanceTo(5 * SecondUs);
        plant.HeaterJoules.ShouldBe(joules);
        plant.HeaterOnAmps.ShouldBe(0);
    }

    [Fact]
    public void Heater_resistance_follows_the_platinum_curve()
    {
        PlantParameters parameters = new();
        (parameters.HeaterOhmsAt(350) / parameters.HeaterR0Ohms).ShouldBe(2.297, 0.0005);
        parameters.HeaterOhmsAt(0).ShouldBe(0.8);
    }

    [Fact]
    public void A_heater_ages_by_its_rate_while_it_is_hot_and_its_resistance_rises_with_it()
    {
        var parameters = new PlantParameters { HeaterAgeingPerHour = 0.1, InitialHeaterAgeing = 0.02 };
        HolderPlant plant = new(parameters) { AmbientCelsius = 25 };
        plant.HeaterOhms.ShouldBe(1.02 * parameters.HeaterOhmsAt(25), 1e-9);
        plant.AdvanceTo(600 * SecondUs);
        plant.HeaterAgeing.ShouldBe(0.02);

        plant.LoadSwitchClosed = true;
        plant.HeaterDuty = 0.35;
        double expected = 0.02;
        for (int second = 601; second <= 900; second++)
        {
            expected += 0.1 / 3600 * Math.Max(0, (plant.HeaterCelsius - 200) / 150);
            plant.AdvanceTo(second * SecondUs);
        }

        plant.HeaterCelsius.ShouldBeGreaterThan(200);
        plant.HeaterAgeing.ShouldBe(expected, (expected - 0.02) * 0.05);
        plant.HeaterAgeing.ShouldBeGreaterThan(0.021);
    }

    [Fact]
    public void Heat_is_conserved_and_a_stick_dries_once()
    {
        HolderPlant plant = new(Lossless) { StickInserted = true, LoadSwitchClosed = true };
        double first = HeatUnaccountedFor(plant);
        plant.StickCelsius.ShouldBeGreaterThan(Lossless.DryingEndCelsius);
        first.ShouldBe(22, 0.1);
        HeatUnaccountedFor(plant).ShouldBe(0, 0.1);
    }

    [Fact]
    public void A_new_stick_is_fresh()
    {
        HolderPlant plant = new(Lossless) { StickInserted = true, LoadSwitchClosed = true };
        HeatUnaccountedFor(plant);
        plant.StickInserted = false;
        plant.StickCelsius.ShouldBe(25);
        plant.StickInserted = true;
        plant.StickCelsius.ShouldBe(25);
        HeatUnaccountedFor(plant).ShouldBe(22, 0.1);
    }

    [Fact]
    public void A_puff_carries_off_about_19_joules_in_proportion_to_its_volume()
    {
        PuffLossJoules(55).ShouldBe(19, 1.5);
        PuffLossJoules(27.5).ShouldBe(9.5, 0.75);
    }

    [Fact]
    public void A_puff_on_a_cold_stick_cools_nothing_below_ambient()
    {
        HolderPlant plant = new(new PlantParameters()) { StickInserted = true };
        plant.StartPuff(55, 2);
        plant.IsPuffing.ShouldBeTrue();
        plant.AdvanceTo(2 * SecondUs);
        plant.IsPuffing.ShouldBeFalse();
        plant.HeaterCelsius.ShouldBe(25, 1e-9);
        plant.StickCelsius.ShouldBe(25, 1e-9);
    }

    [Fact]
    public void The_thermocouple_lags_a_tenth_of_a_second()
    {
        HolderPlant plant = Heating();
        plant.AdvanceTo(SecondUs / 2);
        double before = plant.HeaterCelsius;
        plant.AdvanceTo((SecondUs / 2) + 10_000);
        double celsiusPerSecond = (plant.HeaterCelsius - before) * 100;
        (plant.HeaterCelsius - plant.ThermocoupleCelsius).ShouldBe(0.1 * celsiusPerSecond, 0.1 * celsiusPerSecond * 0.2);
    }

    [Fact]
    public void A_full_discharge_takes_the_capacity()
    {
        HolderPlant plant = new(new PlantParameters { InitialStateOfCharge = 1 });
        plant.AdvanceTo(1);
        plant.ChargeAmps = 0;
        plant.LoadSwitchClosed = true;
        plant.HeaterDuty = 0.25;
        double ampereHours = 0;
        long us = 1;
        while (plant.CellStateOfCharge > 0.2)
        {
            ampereHours -= plant.CellAmps * 0.1 / 3600;
            us += SecondUs / 10;
            plant.AdvanceTo(us);
        }

        ampereHours.ShouldBe(0.8 * 0.25, 0.001);
    }

    [Fact]
    public void Charging_raises_charge_and_terminal_voltage()
    {
        HolderPlant plant = new(new PlantParameters { InitialStateOfCharge = 0.5 });
        double rest = plant.CellVolts;
        plant.ChargeAmps = 0.25;
        plant.CellVolts.ShouldBe(rest + (0.25 * 0.12), 1e-9);
        plant.AdvanceTo(360 * SecondUs);
        plant.CellStateOfCharge.ShouldBe(0.6, 1e-6);
    }

    [Fact]
    public void The_cold_cell_has_2_7_times_its_resistance()
    {
        Sag(-10).ShouldBe(2.7 * Sag(25), 0.1 * Sag(25));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void An_impossible_duty_is_a_mistake_of_the_caller(double duty)
    {
        HolderPlant plant = new(new PlantParameters());
        Should.Throw<ArgumentOutOfRangeException>(() => plant.HeaterDuty = duty);
    }

    /// <summary>Voltage that 0.25 A of charge adds at the terminals.</summary>
    private static double Sag(double celsius)
    {
        HolderPlant plant = new(new PlantParameters()) { AmbientCelsius = celsius };
        double rest = plant.CellVolts;
        plant.ChargeAmps = 0.25;
        return plant.CellVolts - rest;
    }

    private static HolderPlant Heating() =>
        new(new PlantParameters()) { StickInserted = true, LoadSwitchClosed = true, HeaterDuty = 0.4 };

    /// <summary>A plant on which the same things were done at the same times, looked at between or not.</summary>
    private static HolderPlant ActedOn(long lookEveryUs)
    {
        HolderPlant plant = Heating();
        for (long actUs = 0; actUs < 20 * SecondUs; actUs += 23_001)
        {
            plant.AdvanceTo(actUs);
            plant.HeaterDuty = actUs % 2 == 0 ? 0.3 : 0.5;
            if (actUs == 23_001 * 400)
            {
                plant.StartPuff(55, 1.2345);
            }

            for (long lookUs = actUs; lookUs < Math.Min(actUs + 23_001, 20 * SecondUs); lookUs += lookEveryUs)
            {
                plant.AdvanceTo(lookUs);
                plant.StickCelsius.ShouldBeGreaterThan(0);
            }
        }

        plant.AdvanceTo(20 * SecondUs);
        return plant;
    }

    /// <summary>Heats for half a minute, lets the heat spread, and returns what is found in no store.</summary>
    private static double HeatUnaccountedFor(HolderPlant plant)
    {
        double before = StoredJoules(plant) - plant.HeaterJoules;
        plant.HeaterDuty = 0.4;
        plant.AdvanceTo(plant.TimeUs + (30 * SecondUs));
        plant.HeaterDuty = 0;
        plant.AdvanceTo(plant.TimeUs + (600 * SecondUs));
        return plant.HeaterJoules - StoredJoules(plant) + before;
    }

    private static double StoredJoules(HolderPlant plant) =>
        (0.075 * (plant.HeaterCelsius - 25)) + (0.40 * (plant.StickCelsius - 25));

    private static double PuffLossJoules(double millilitres)
    {
        HolderPlant with = Heating();
        HolderPlant without = Heating();
        Hold(with, 120);
        Hold(without, 120);
        with.StartPuff(millilitres, 2);
        double before = with.HeaterJoules - without.HeaterJoules;
        Hold(with, 2);
        Hold(without, 2);

        // What the puff took is what had to be added and what the stick lost.
        double stickLoss = 0.40 * (without.StickCelsius - with.StickCelsius);
        double heaterLoss = 0.075 * (without.HeaterCelsius - with.HeaterCelsius);
        return with.HeaterJoules - without.HeaterJoules - before + stickLoss + heaterLoss;
    }

    private static void Hold(HolderPlant plant, double seconds)
    {
        long endUs = plant.TimeUs + (long)(seconds * 1e6);
        while (plant.TimeUs < endUs)
        {
            plant.HeaterDuty = Math.Clamp((335 - plant.HeaterCelsius) * 0.1, 0, 0.9);
            plant.AdvanceTo(plant.TimeUs + 20_000);
        }
    }
}
