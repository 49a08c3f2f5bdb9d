namespace IqosDevice.Portal.Devices;

/// <summary>Why a device was taken out of use.</summary>
public enum BlockReason
{
    Replaced,
    GivenBack,
}
