namespace IqosDevice.Firmware.Core.Link
{
    /// <summary>What a message of the mailbox is.</summary>
    public enum MailKind : byte
    {
        None,
        ScpWrite,
        EventLogRequest,
    }
}
