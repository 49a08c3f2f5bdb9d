namespace System.IO
{
    /// <summary>A folder of the device's volume.</summary>
    internal sealed class DirectoryInfo
    {
        public DirectoryInfo(string path)
        {
            FullName = path;
        }

        public string FullName { get; }
    }
}
