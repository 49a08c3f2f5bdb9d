namespace IqosDevice.Portal.Devices;

/// <summary>How a registration ended.</summary>
public enum OwnershipEnd
{
    HandedOver,
    Replaced,
    GivenBack,
    ProfileDeleted,
}
