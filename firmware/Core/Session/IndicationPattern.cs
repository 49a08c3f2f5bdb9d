namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>The patterns of lights and vibration; what they look like is in <see cref="IndicationPatterns"/>.</summary>
    public enum IndicationPattern : byte
    {
        /// <summary>Lights and motor off.</summary>
        Dark,

        /// <summary>Preheating: the upper lights pulse.</summary>
        Preheat,

        /// <summary>In a session: the upper lights are steady.</summary>
        Session,

        /// <summary>Close to the end: the top light pulses.</summary>
        EndWarning,

        /// <summary>Paused: the upper lights breathe slowly.</summary>
        Paused,

        /// <summary>Charging: the bottom light pulses white.</summary>
        Charging,

        /// <summary>A tripped check: the bottom light blinks red.</summary>
        Error,

        /// <summary>Reset: off, two blinks, on.</summary>
        Reset,

        /// <summary>Uses left: as many upper lights as uses, from below.</summary>
        OneUse,

        /// <summary>See <see cref="OneUse"/>.</summary>
        TwoUses,

        /// <summary>See <see cref="OneUse"/>; in eco mode only.</summary>
        ThreeUses,

        /// <summary>Too little charge for a session: the bottom light blinks yellow.</summary>
        LowBattery,

        /// <summary>Too cold or too hot: all lights blink twice white, then off.</summary>
        TemperatureRange,

        /// <summary>Start refused, locked: the upper lights flash three times.</summary>
        RefusedLocked,

        /// <summary>Start refused, in the charger: the bottom light flashes three times white.</summary>
        RefusedDocked,

        /// <summary>Start refused, no stick: the top light blinks twice.</summary>
        RefusedNoStick,

        /// <summary>Start refused, updating: the middle light blinks three times.</summary>
        RefusedUpdating,

        /// <summary>Start refused, tripped check: the bottom light flashes red, faster than <see cref="Error"/>.</summary>
        RefusedFault,

        /// <summary>Start refused, voltage: the cell is too cold for its charge. The bottom light yellow and the upper ones in turn.</summary>
        RefusedVoltage,

        /// <summary>Heating starts, or a session is stopped by hand: one short vibration.</summary>
        VibrateOnce,

        /// <summary>Ready, and close to the end: two vibrations.</summary>
        VibrateTwice,

        /// <summary>A puff ended, or charging began: a light tick.</summary>
        VibrateTick,

        /// <summary>Find my device: vibrates until stopped.</summary>
        Find,

        /// <summary>Nothing is played.</summary>
        None,
    }
}
