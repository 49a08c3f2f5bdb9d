using System;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>The log goes to the debug console.</summary>
    public sealed class ConsoleLog : ILogPort
    {
        public void Write(string line)
        {
            Console.WriteLine(line);
        }
    }
}
