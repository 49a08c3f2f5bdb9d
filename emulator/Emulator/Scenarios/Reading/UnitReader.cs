using System.Globalization;
using System.Reflection;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>Reads the unit: model, seed, surroundings, settings and plant.</summary>
internal static class UnitReader
{
    /// <summary>The plant's kind of cell, which is a name and no number.</summary>
    internal const string CellKey = "cell";

    /// <summary>Names of the settings: those of the firmware's own record that are yes or no, in camel case.</summary>
    internal static IReadOnlyDictionary<string, FieldInfo> SettingFields { get; } = typeof(Settings).GetFields()
        .Where(field => field is { IsLiteral: false, Name: not nameof(Settings.Dirty) } && field.FieldType == typeof(bool))
        .ToDictionary(field => CamelCase(field.Name), StringComparer.Ordinal);

    /// <summary>Names of the plant's parameters, in camel case.</summary>
    internal static IReadOnlyDictionary<string, PropertyInfo> PlantProperties { get; } = typeof(PlantParameters).GetProperties()
        .Where(property => property.CanWrite && property.PropertyType == typeof(double))
        .ToDictionary(property => CamelCase(property.Name), StringComparer.Ordinal);

    public static HolderOptions Read(YamlMapping scenario, ulong? seed)
    {
        var nominal = new HolderOptions();
        PlantParameters plant = ReadPlant(scenario.Take("plant"));
        double? charge = scenario.Take("charge")?.Number("charge", 0, 100);
        return nominal with
        {
            Model = ReadModel(scenario.Take("model")) ?? nominal.Model,
            Seed = ReadSeed(scenario.Take("seed"), seed) ?? nominal.Seed,
            AmbientCelsius = scenario.Take("ambient")?.Number("ambient", -40, 85) ?? nominal.AmbientCelsius,
            ReplyDelayMs = ReadDelay(scenario.Take("replyDelay")) ?? nominal.ReplyDelayMs,
            Lenient = scenario.Take("lenient")?.Flag("lenient") ?? nominal.Lenient,
            Flash = ReadSettings(scenario.Take("settings")) ?? nominal.Flash,
            Plant = charge is { } percent ? plant with { InitialStateOfCharge = percent / 100 } : plant,
        };
    }

    private static string? ReadModel(YamlValue? value)
    {
        if (value is not { } model)
        {
            return null;
        }

        return HolderModels.TryFind(model.Text("model"), out var found)
            ? found.Name
            : throw model.Wrong($"there is no model \"{model.Text("model")}\"; there are {string.Join(", ", HolderModels.Names)}");
    }

    private static ulong? ReadSeed(YamlValue? value, ulong? replacement)
    {
        ulong? written = value is { } seed ? (ulong)seed.Number("seed", 0, uint.MaxValue) : null;
        return replacement ?? written;
    }

    private static int? ReadDelay(YamlValue? value)
    {
        if (value is not { } delay)
        {
            return null;
        }

        double milliseconds = delay.Time("replyDelay").TotalMilliseconds;
        return milliseconds <= 60_000 ? (int)milliseconds : throw delay.Wrong("replyDelay is at most 60 s");
    }

    private static IReadOnlyDictionary<string, byte[]>? ReadSettings(YamlValue? value)
    {
        if (value is not { } given)
        {
            return null;
        }

        var settings = new Settings();
        foreach ((string key, YamlValue entry) in given.Mapping("settings").Entries)
        {
            if (key == "brightness")
            {
                settings.BrightnessPercent = (int)entry.Number(key, Settings.LowestBrightnessPercent, 100);
                settings.ChargerBrightnessPercent = settings.BrightnessPercent;
            }
            else if (SettingFields.TryGetValue(key, out FieldInfo? field))
            {
                field.SetValue(settings, entry.Flag(key));
            }
            else
            {
                throw entry.Wrong($"there is no setting \"{key}\"; there are brightness, {string.Join(", ", SettingFields.Keys)}");
            }
        }

        return SettingsImage.Flash(settings);
    }

    private static PlantParameters ReadPlant(YamlValue? value)
    {
        var plant = new PlantParameters();
        if (value is not { } given)
        {
            return plant;
        }

        foreach ((string key, YamlValue entry) in given.Mapping("plant").Entries)
        {
            if (key == CellKey)
            {
                string name = entry.Text(key);
                plant = plant.With(CellChemistries.Find(name)
                    ?? throw entry.Wrong($"there is no cell \"{name}\"; there are {string.Join(", ", CellChemistries.All.Select(static cell => cell.Name))}"));
                continue;
            }

            if (!PlantProperties.TryGetValue(key, out PropertyInfo? property))
            {
                throw entry.Wrong($"the plant has no parameter \"{key}\"; it has {CellKey}, {string.Join(", ", PlantProperties.Keys)}");
            }

            property.SetValue(plant, ReadParameter(key, entry, (double)property.GetValue(plant)!));
        }

        return plant;
    }

    private static double ReadParameter(string key, YamlValue value, double nominal)
    {
        string text = value.Text(key);
        if (!text.StartsWith('x'))
        {
            return value.Number(key, -1e6, 1e6);
        }

        return double.TryParse(text[1..], NumberStyles.Float, CultureInfo.InvariantCulture, out double factor) && factor is > 0 and < 100
            ? factor * nominal
            : throw value.Wrong($"{key} is a number, or a factor of {nominal.ToString(CultureInfo.InvariantCulture)} as in x1.3");
    }

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
