using IqosDevice.NanoFramework.Host;

namespace System.IO
{
    /// <summary>Folders of the device's volume, in the place of the host's.</summary>
    internal static class Directory
    {
        public static bool Exists(string path)
        {
            return HostStorage.DirectoryExists(path);
        }

        public static DirectoryInfo CreateDirectory(string path)
        {
            HostStorage.CreateDirectory(path);
            return new DirectoryInfo(path);
        }
    }
}
