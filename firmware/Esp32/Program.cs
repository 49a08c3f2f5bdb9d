using System;
using System.Threading;
using IqosDevice.Firmware.Core.Protocol;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Entry point on the device. This file alone knows threads and sleeps; everything else also runs where somebody
    /// else owns the time.
    /// </summary>
    public static class Program
    {
        private const long TickUs = 20000;
        private const long UsPerMs = 1000;

        // The identity of this unit.
        private const HolderModelId Model = HolderModelId.IlumaI;
        private const string SerialNumber = "STANDIN-ESP32-000001";
        private const string HolderProductNumber = "SIH00000000001";
        private const string ChargerProductNumber = "SIC00000000001";

        public static void Main()
        {
            // A busy Bluetooth thread shares the processor with the loop by weight; at this priority it gets a fifth.
            Thread.CurrentThread.Priority = ThreadPriority.Highest;
            DeviceIdentity identity =
                new DeviceIdentity(new HolderModel(Model), SerialNumber, HolderProductNumber, ChargerProductNumber);
            HolderApp app = new HolderApp(identity);
            app.Start();
            try
            {
                RunLoop(app);
            }
            catch (Exception exception)
            {
                // The tick has switched the heater off before it threw, and without heartbeat the dead-man holds
                // the load switch open. Only power-off leads out of here.
                Console.WriteLine("The loop has ended: " + exception.Message);
                Thread.Sleep(Timeout.Infinite);
            }
        }

        private static void RunLoop(HolderApp app)
        {
            long dueUs = NowUs();
            while (true)
            {
                app.Tick();
                dueUs += TickUs;
                long waitUs = dueUs - NowUs();
                if (waitUs < UsPerMs)
                {
                    // Late: the next tick counts from now, instead of a burst that would catch up.
                    waitUs = UsPerMs;
                    dueUs = NowUs() + waitUs;
                }

                Thread.Sleep((int)(waitUs / UsPerMs));
            }
        }

        private static long NowUs()
        {
            return (long)HighResTimer.GetCurrent();
        }
    }
}
