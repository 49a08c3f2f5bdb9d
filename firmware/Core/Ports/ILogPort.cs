namespace IqosDevice.Firmware.Core.Ports
{
    /// <summary>Where the firmware says what it refused and why; for the developer, not for the user.</summary>
    public interface ILogPort
    {
        /// <summary>Writes one line.</summary>
        void Write(string line);
    }
}
