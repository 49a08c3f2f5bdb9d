using IqosDevice.Portal.Devices;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>How long a device is covered from its sale: by law whoever has it, longer where it is registered.</summary>
public static class WarrantyRules
{
    public const int StatutoryMonths = 24;
    public const int ExtendedMonths = 36;

    /// <summary>Last day of a warranty; null for a device that was not sold.</summary>
    public static DateOnly? Until(Device device, bool registered) =>
        device.SoldOn?.AddMonths(registered ? ExtendedMonths : StatutoryMonths);

    public static bool Covers(Device device, bool registered, DateOnly today) => today <= Until(device, registered);
}
