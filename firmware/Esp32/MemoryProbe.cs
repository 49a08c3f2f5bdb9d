using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Asks how much memory is free (row 51). The answer costs a garbage collection of some ten milliseconds, so it is
    /// asked at boot and then every ten minutes, never with the heater on.
    /// </summary>
    public static class MemoryProbe
    {
        private const long PeriodMs = 600000;
        private const long TickMs = 20;

        /// <summary>Asks now.</summary>
        public static void Sample(BoardInputs inputs)
        {
            inputs.FreeMemoryBytes = (int)nanoFramework.Runtime.Native.GC.Run(false);
        }

        /// <summary>Called once a tick: asks where it is time. A tick that comes late may miss its turn.</summary>
        public static void SampleAtRest(long nowMs, BoardInputs inputs, bool heaterOn)
        {
            if (!heaterOn && nowMs % PeriodMs < TickMs)
            {
                Sample(inputs);
            }
        }
    }
}
