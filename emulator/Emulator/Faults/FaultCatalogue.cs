using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Faults;

/// <summary>
/// Every fault that a holder can be given, once: for the fault matrix, the control channel and whatever else injects.
/// </summary>
public static class FaultCatalogue
{
    private static readonly Dictionary<string, FaultDefinition> ByName;

    static FaultCatalogue()
    {
        All =
        [
            .. SensorFaults.All, .. ClockFaults.All, .. StorageFaults.All, .. RadioFaults.All,
            .. PlantFaults.All, .. BoardFaults.All, .. FirmwareFaults.All,
        ];
        ByName = All.ToDictionary(fault => fault.Name, StringComparer.Ordinal);
    }

    /// <summary>All faults: channel by channel, each with its kinds.</summary>
    public static IReadOnlyList<FaultDefinition> All { get; }

    /// <summary>Finds a fault by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message names those like it.</exception>
    public static FaultDefinition Find(string name)
    {
        if (ByName.TryGetValue(name, out FaultDefinition? found))
        {
            return found;
        }

        string channel = name.Split('.')[0];
        string[] alike = [.. All.Where(fault => fault.Channel == channel).Select(fault => fault.Name)];
        throw new KeyNotFoundException(alike.Length > 0
            ? $"no fault \"{name}\"; {channel} has {string.Join(", ", alike)}"
            : $"no fault \"{name}\"; channels are {string.Join(", ", All.Select(fault => fault.Channel).Distinct())}");
    }

    /// <summary>Injects a fault by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of its range, or the fault has none.</exception>
    public static void Inject(this VirtualHolder holder, string name, double? amount = null) =>
        holder.Inject(Find(name).Create(amount, holder.Options.Seed));
}
