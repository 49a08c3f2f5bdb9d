namespace IqosDevice.Firmware.Core.Ports
{
    /// <summary>Values that Core publishes over the radio; the board layer maps them to characteristics.</summary>
    public enum RadioValue
    {
        BatteryInformation,
        ScpControlPoint,
        DeviceStatus,
        HolderStatus,
        EventLog,
        BatteryLevel,
        BatteryLevelStatus,
    }

    /// <summary>The way out to the connected client. All calls come from the loop.</summary>
    public interface IRadioPort
    {
        /// <summary>ATT MTU of the connection in bytes; 23 until the client has exchanged it.</summary>
        int AttMtu { get; }

        /// <summary>A client is connected.</summary>
        bool IsConnected { get; }

        /// <summary>The connected client asked for notifications of this value.</summary>
        bool IsSubscribed(RadioValue value);

        /// <summary>Replaces the snapshot from which reads of this value are answered.</summary>
        void Publish(RadioValue value, byte[] buffer, int length);

        /// <summary>Sends one notification of at most <see cref="AttMtu"/> - 3 bytes.</summary>
        /// <returns>False where nobody is subscribed or the link is gone.</returns>
        bool Notify(RadioValue value, byte[] buffer, int length);
    }
}
