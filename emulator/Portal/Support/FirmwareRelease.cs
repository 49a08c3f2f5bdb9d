using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>A firmware that was released for a model.</summary>
/// <param name="Model">Marketing name.</param>
/// <param name="Version">As the holder answers on register 00.</param>
/// <param name="ReleasedOn">Day of release.</param>
/// <param name="MinimumChargePercent">Charge below which it must not be installed.</param>
/// <param name="Notes">What is new.</param>
public sealed record FirmwareRelease(string Model, string Version, DateOnly ReleasedOn, int MinimumChargePercent, Wording Notes);
