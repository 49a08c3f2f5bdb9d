using System.Diagnostics.CodeAnalysis;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Emulator.Holder;

/// <summary>The models by their marketing names.</summary>
public static class HolderModels
{
    /// <summary>Every model, in the firmware's order.</summary>
    public static IReadOnlyList<HolderModel> All { get; } =
        [.. Enum.GetValues<HolderModelId>().Select(id => new HolderModel(id))];

    /// <summary>Their names, e.g. "ILUMA i PRIME".</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(model => model.Name)];

    /// <summary>Finds a model by its name, in any case, with or without "IQOS" in front.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out HolderModel? model)
    {
        const string brand = "IQOS ";
        string trimmed = name.Trim();
        if (trimmed.StartsWith(brand, StringComparison.OrdinalIgnoreCase))
        {
            trimmed = trimmed[brand.Length..].Trim();
        }

        model = All.FirstOrDefault(candidate => string.Equals(candidate.Name, trimmed, StringComparison.OrdinalIgnoreCase));
        return model is not null;
    }

    /// <summary>Finds a model by its name.</summary>
    /// <exception cref="ArgumentException">No such model; the message lists those that exist.</exception>
    public static HolderModel Find(string name) => TryFind(name, out HolderModel? model)
        ? model
        : throw new ArgumentException($"Unknown model '{name}'. Known: {string.Join(", ", Names)}.", nameof(name));
}
