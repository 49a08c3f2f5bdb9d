using System;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>What hands do to a holder; a set, since several may come together.</summary>
    [Flags]
    public enum HandActs
    {
        None = 0,

        /// <summary>A press of the button began.</summary>
        Press = 1,

        /// <summary>A press shorter than <see cref="ButtonDecoder.HoldMs"/> ended.</summary>
        ShortPress = 2,

        /// <summary>A press reached <see cref="ButtonDecoder.HoldMs"/>.</summary>
        Hold = 4,

        /// <summary>A press reached <see cref="ButtonDecoder.CalibrateMs"/>.</summary>
        CalibrateHold = 8,

        /// <summary>A press reached <see cref="ButtonDecoder.ResetMs"/>.</summary>
        ResetHold = 16,

        /// <summary>A press between <see cref="ButtonDecoder.HoldMs"/> and <see cref="ButtonDecoder.ResetMs"/> ended.</summary>
        HoldReleased = 32,

        StickInserted = 64,
        StickRemoved = 128,
        Docked = 256,
        Undocked = 512,

        /// <summary>The holder was tilted from rest.</summary>
        Tilt = 1024,

        DoubleTap = 2048,
    }
}
