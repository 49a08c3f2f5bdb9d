using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>How fast a draw's heater can be at all: full permitted power from the first moment, on the same plant.
/// See <see cref="PermittedPower"/>.</summary>
internal static class TimeOptimalRise
{
    private const long StepUs = 1_000;
    private const long LimitUs = 60_000_000;

    /// <summary>From the start of heating to a temperature, seconds; null where a minute is not enough.</summary>
    public static double? SecondsTo(double celsius, SessionDraw draw)
    {
        var plant = new HolderPlant(draw.Plant)
        {
            AmbientCelsius = draw.AmbientCelsius,
            StickInserted = true,
            LoadSwitchClosed = true,
        };
        double before = plant.HeaterCelsius;
        while (plant.TimeUs < LimitUs)
        {
            plant.HeaterDuty = PermittedPower.HighestDuty(plant);
            plant.AdvanceTo(plant.TimeUs + StepUs);
            double after = plant.HeaterCelsius;
            if (after >= celsius)
            {
                return (plant.TimeUs - (StepUs * (after - celsius) / (after - before))) * 1e-6;
            }

            before = after;
        }

        return null;
    }
}
