using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Portal.Devices;

namespace IqosDevice.Cli.PortalService;

/// <summary>What the factory of the emulated holders tells the portal: the units of the first seeds of every model.</summary>
internal static class MadeDevices
{
    /// <summary>Seeds 1 to 40 were sold at home, 41 to 50 abroad, 51 to 60 are in stock.</summary>
    private const int SoldAtHome = 40;
    private const int SoldAbroad = 50;
    private const int InStock = 60;
    private const int DaysSinceSale = 30;

    /// <summary>All units, as of a day.</summary>
    public static IReadOnlyList<ManufacturedDevice> List(DateOnly today) =>
    [
        .. from model in HolderModels.All
           from seed in Enumerable.Range(1, InStock)
           select Create(model, (ulong)seed, seed <= SoldAbroad ? today.AddDays(-DaysSinceSale) : null, seed <= SoldAtHome ? "HU" : "DE"),
    ];

    /// <summary>One unit that was sold at home.</summary>
    public static ManufacturedDevice CreateSold(HolderModel model, ulong seed, DateOnly today) =>
        Create(model, seed, today.AddDays(-DaysSinceSale), "HU");

    private static ManufacturedDevice Create(HolderModel model, ulong seed, DateOnly? soldOn, string country) =>
        new(UnitIdentity.Create(model, seed).HolderProductNumber, model.Name, soldOn, soldOn is null ? null : country);
}
