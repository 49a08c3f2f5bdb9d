namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>Find my device (protocol.md, section 4): vibrates until stopped.</summary>
    public static class FindCommands
    {
        /// <summary><c>00 C0 45 22 01 1E 00 00 C3</c> starts, <c>00 C0 45 22 00 1E 00 00 D5</c> stops; both are echoed.</summary>
        public static void SetFindMyDevice(ScpContext context)
        {
            context.Requests.FindMyDevice = context.Request.Payload(0) == 1;
            context.Reply.BeginWrite(context.Request);
        }
    }
}
