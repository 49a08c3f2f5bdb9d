using System;
using System.IO;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Slots as files on the internal volume, two for each record: slots 0 and 1 are record0.0 and record0.1. The file
    /// system makes content durable when a file is disposed and leaves all of the old or all of the new one, but a
    /// new file may stay empty. A folder of its own, because the runtime keeps files in the root.
    /// </summary>
    public sealed class FlashSlots : ISlotStorage
    {
        private const string Folder = "I:\\iqos";

        private readonly ILogPort log;

        public FlashSlots(ILogPort log)
        {
            this.log = log;
        }

        /// <summary>Never throws: what cannot be read counts as empty.</summary>
        public int Read(int slot, byte[] buffer)
        {
            string path = PathOf(slot);
            try
            {
                if (!File.Exists(path))
                {
                    return 0;
                }

                using (FileStream file = new FileStream(path, FileMode.Open, FileAccess.Read))
                {
                    return file.Read(buffer, 0, buffer.Length);
                }
            }
            catch (Exception exception)
            {
                log.Write("Storage: " + path + " is unreadable: " + exception.Message);
                return 0;
            }
        }

        /// <summary>Never throws: a medium that refuses is reported by the result.</summary>
        public bool Write(int slot, byte[] buffer, int length)
        {
            string path = PathOf(slot);
            try
            {
                if (!Directory.Exists(Folder))
                {
                    Directory.CreateDirectory(Folder);
                }

                using (FileStream file = new FileStream(path, FileMode.Create, FileAccess.Write))
                {
                    file.Write(buffer, 0, length);
                }

                return true;
            }
            catch (Exception exception)
            {
                log.Write("Storage: " + path + " cannot be written: " + exception.Message);
                return false;
            }
        }

        private static string PathOf(int slot)
        {
            return Folder + "\\record" + (slot / 2).ToString() + "." + (slot % 2).ToString();
        }
    }
}
