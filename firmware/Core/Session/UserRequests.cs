namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>What the user asked for over the radio and what is not a setting.</summary>
    public sealed class UserRequests
    {
        /// <summary>Find my device: vibrate until stopped.</summary>
        public bool FindMyDevice;
    }
}
