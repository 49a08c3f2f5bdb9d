using IqosDevice.NanoFramework.Host;

namespace System
{
    /// <summary>The debug console of the device, in the place of the host's console.</summary>
    internal static class Console
    {
        public static void WriteLine(string value)
        {
            HostBoard.Current.Host.WriteLine(value);
        }
    }
}
