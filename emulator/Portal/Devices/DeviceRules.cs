namespace IqosDevice.Portal.Devices;

/// <summary>Who may register which device. Each rule is one line; the first that is broken is the answer.</summary>
public static class DeviceRules
{
    /// <summary>Devices that one person can be thought to use.</summary>
    public const int MostDevices = 10;

    /// <summary>Codes that an account may get wrong in an hour before it has to wait.</summary>
    public const int WrongCodesPerHour = 10;

    /// <summary>What keeps a customer from registering a device by its code alone.</summary>
    /// <returns>A problem code, or null where nothing does.</returns>
    public static string? RefuseByCode(Device? device, Ownership? current, Guid customerId, int devicesOwned, DateOnly today) =>
        RefuseDevice(device, current, customerId, devicesOwned)
        ?? (device!.SoldOn is null || device.SoldOn > today ? "device-not-sold"
            : current is not null ? "device-taken"
            : device.SoldIn != Countries.Home ? "proof-needed"
            : null);

    /// <summary>What keeps a device from being registered to whom a clerk believes: the receipt proves sale and owner.</summary>
    public static string? RefuseByProof(Device? device, Ownership? current, Guid customerId, int devicesOwned, string boughtIn) =>
        RefuseDevice(device, current, customerId, devicesOwned)
        ?? (!Countries.Served.ContainsKey(boughtIn) ? "abroad-not-served" : null);

    /// <summary>What keeps a customer from taking over a device that its owner releases.</summary>
    public static string? RefuseOffer(Device? device, Ownership? current, TransferOffer? offer, Guid customerId, string normalizedEmail,
        int devicesOwned, DateTimeOffset now) =>
        offer is null || offer.ToNormalizedEmail != normalizedEmail || !offer.IsOpen(now) || current?.CustomerId != offer.FromCustomerId
            ? "no-offer"
            : RefuseDevice(device, current, customerId, devicesOwned);

    private static string? RefuseDevice(Device? device, Ownership? current, Guid customerId, int devicesOwned) =>
        device is null ? "code-unknown"
        : device.Blocked is not null ? "device-blocked"
        : !DeviceModels.IsServed(device.Model) ? "model-not-served"
        : current?.CustomerId == customerId ? "device-yours"
        : devicesOwned >= MostDevices ? "too-many-devices"
        : null;
}
