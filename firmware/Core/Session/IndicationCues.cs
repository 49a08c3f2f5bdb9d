using System;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>What happened in a step that the user should see or feel.</summary>
    [Flags]
    public enum IndicationCues
    {
        None = 0,
        HeatingStart = 1,
        Ready = 2,
        EndWarning = 4,
        PuffEnd = 8,
        ManualStop = 16,
        ChargeStart = 32,
        UsesLeft = 64,
        StartRefused = 128,
        TemperatureRange = 256,
        LowBattery = 512,
        Reset = 1024,
    }
}
