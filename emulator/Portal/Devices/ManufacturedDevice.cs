namespace IqosDevice.Portal.Devices;

/// <summary>What the factory tells about one device.</summary>
/// <param name="Code">Device code: 14 letters and digits.</param>
/// <param name="Model">Marketing name, e.g. <c>ILUMA i</c>.</param>
/// <param name="SoldOn">Day of sale; null for a device in stock.</param>
/// <param name="SoldIn">Country of sale, ISO 3166-1 alpha-2.</param>
/// <param name="ShopId">Shop of sale, where it is one of the portal's.</param>
public sealed record ManufacturedDevice(string Code, string Model, DateOnly? SoldOn = null, string? SoldIn = null, string? ShopId = null);
