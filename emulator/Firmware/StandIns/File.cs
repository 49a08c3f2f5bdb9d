using IqosDevice.NanoFramework.Host;

namespace System.IO
{
    /// <summary>Files of the device's volume, in the place of the host's.</summary>
    internal static class File
    {
        public static bool Exists(string path)
        {
            return HostStorage.FileExists(path);
        }

        public static void Delete(string path)
        {
            HostStorage.Delete(path);
        }

        /// <summary>Throws where the target exists.</summary>
        public static void Move(string sourceFileName, string destFileName)
        {
            HostStorage.Move(sourceFileName, destFileName);
        }
    }
}
