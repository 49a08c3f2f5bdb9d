using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>A log that remembers its last line.</summary>
    public sealed class LastLine : ILogPort
    {
        /// <summary>The last line; empty before the first.</summary>
        public string Text { get; private set; } = "";

        /// <summary>Lines written.</summary>
        public int Count { get; private set; }

        public void Write(string line)
        {
            Text = line;
            Count++;
        }
    }
}
