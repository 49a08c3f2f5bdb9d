namespace IqosDevice.Firmware.Core.Ports
{
    /// <summary>
    /// Non-volatile slots that are read and replaced whole. A write that is interrupted may leave the old
    /// content, the new, or an empty or torn slot; whoever stores records must survive each of them.
    /// </summary>
    public interface ISlotStorage
    {
        /// <summary>Reads a slot into <paramref name="buffer"/>.</summary>
        /// <returns>Bytes read; 0 where the slot is empty, missing or unreadable.</returns>
        int Read(int slot, byte[] buffer);

        /// <summary>Replaces a slot's content.</summary>
        /// <returns>False where the medium refused.</returns>
        bool Write(int slot, byte[] buffer, int length);
    }
}
