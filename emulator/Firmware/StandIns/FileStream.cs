using IqosDevice.NanoFramework.Host;

namespace System.IO
{
    /// <summary>A file of the device's volume; durable at Dispose only, Flush does nothing.</summary>
    internal sealed class FileStream : IDisposable
    {
        private readonly HostFile file;

        public FileStream(string path, FileMode mode)
            : this(path, mode, FileAccess.ReadWrite)
        {
        }

        public FileStream(string path, FileMode mode, FileAccess access)
        {
            file = new HostFile(path, mode, access);
        }

        public long Length
        {
            get { return file.Length; }
        }

        public long Position
        {
            get { return file.Position; }
            set { file.Position = value; }
        }

        public int Read(byte[] buffer, int offset, int count)
        {
            return file.Read(buffer, offset, count);
        }

        public void Write(byte[] buffer, int offset, int count)
        {
            file.Write(buffer, offset, count);
        }

        public void Flush()
        {
            // The device syncs at Dispose only.
        }

        public void Dispose()
        {
            file.Dispose();
        }
    }
}
