namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Every pattern of the holder. Rows: ms, top, second, third, bottom white, bottom red, vibration (permille);
    /// bottom white and red together are yellow.
    /// </summary>
    public sealed class IndicationPatterns
    {
        /// <summary>Lights and motor off.</summary>
        public IndicationPattern Dark { get; } = new IndicationPattern(0, new[] { 0, 0, 0, 0, 0, 0, 0 });

        /// <summary>Preheating: the upper lights pulse.</summary>
        public IndicationPattern Preheat { get; } = new IndicationPattern(0, new[]
        {
            200, 100, 100, 100, 0, 0, 0,
            200, 400, 400, 400, 0, 0, 0,
            400, 1000, 1000, 1000, 0, 0, 0,
            200, 400, 400, 400, 0, 0, 0,
        });

        /// <summary>In a session: the upper lights are steady.</summary>
        public IndicationPattern Session { get; } = new IndicationPattern(0, new[] { 0, 1000, 1000, 1000, 0, 0, 0 });

        /// <summary>Close to the end: the top light pulses.</summary>
        public IndicationPattern EndWarning { get; } = new IndicationPattern(0, new[]
        {
            300, 1000, 0, 0, 0, 0, 0,
            300, 200, 0, 0, 0, 0, 0,
        });

        /// <summary>Paused: the upper lights breathe slowly.</summary>
        public IndicationPattern Paused { get; } = new IndicationPattern(0, new[]
        {
            1000, 300, 300, 300, 0, 0, 0,
            1000, 50, 50, 50, 0, 0, 0,
        });

        /// <summary>Charging: the bottom light pulses white.</summary>
        public IndicationPattern Charging { get; } = new IndicationPattern(0, new[]
        {
            1000, 0, 0, 0, 800, 0, 0,
            1000, 0, 0, 0, 100, 0, 0,
        });

        /// <summary>A tripped check: the bottom light blinks red.</summary>
        public IndicationPattern Error { get; } = new IndicationPattern(0, new[]
        {
            500, 0, 0, 0, 0, 1000, 0,
            500, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Reset: off, two blinks, on.</summary>
        public IndicationPattern Reset { get; } = new IndicationPattern(1, new[]
        {
            1000, 0, 0, 0, 0, 0, 0,
            250, 1000, 1000, 1000, 1000, 0, 0,
            250, 0, 0, 0, 0, 0, 0,
            250, 1000, 1000, 1000, 1000, 0, 0,
            250, 0, 0, 0, 0, 0, 0,
            1000, 1000, 1000, 1000, 1000, 0, 0,
        });

        /// <summary>Uses left: as many upper lights as uses, from below.</summary>
        public IndicationPattern OneUse { get; } = new IndicationPattern(1, new[] { 3000, 0, 0, 1000, 0, 0, 0 });

        /// <summary>See <see cref="OneUse"/>.</summary>
        public IndicationPattern TwoUses { get; } = new IndicationPattern(1, new[] { 3000, 0, 1000, 1000, 0, 0, 0 });

        /// <summary>See <see cref="OneUse"/>; in eco mode only.</summary>
        public IndicationPattern ThreeUses { get; } = new IndicationPattern(1, new[] { 3000, 1000, 1000, 1000, 0, 0, 0 });

        /// <summary>Too little charge for a session: the bottom light blinks yellow.</summary>
        public IndicationPattern LowBattery { get; } = new IndicationPattern(5, new[]
        {
            400, 0, 0, 0, 700, 700, 0,
            400, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Too cold or too hot: all lights blink twice white, then off.</summary>
        public IndicationPattern TemperatureRange { get; } = new IndicationPattern(2, new[]
        {
            300, 1000, 1000, 1000, 1000, 0, 0,
            300, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Start refused, locked: the upper lights flash three times.</summary>
        public IndicationPattern RefusedLocked { get; } = new IndicationPattern(3, new[]
        {
            100, 1000, 1000, 1000, 0, 0, 0,
            150, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Start refused, in the charger: the bottom light flashes three times white.</summary>
        public IndicationPattern RefusedDocked { get; } = new IndicationPattern(3, new[]
        {
            100, 0, 0, 0, 1000, 0, 0,
            150, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Start refused, no stick: the top light blinks twice.</summary>
        public IndicationPattern RefusedNoStick { get; } = new IndicationPattern(2, new[]
        {
            200, 1000, 0, 0, 0, 0, 0,
            200, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Start refused, updating: the middle light blinks three times.</summary>
        public IndicationPattern RefusedUpdating { get; } = new IndicationPattern(3, new[]
        {
            200, 0, 1000, 0, 0, 0, 0,
            200, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Start refused, tripped check: the bottom light flashes red, faster than <see cref="Error"/>.</summary>
        public IndicationPattern RefusedFault { get; } = new IndicationPattern(4, new[]
        {
            120, 0, 0, 0, 0, 1000, 0,
            120, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>Heating starts, or a session is stopped by hand: one short vibration.</summary>
        public IndicationPattern VibrateOnce { get; } = new IndicationPattern(1, new[] { 200, 0, 0, 0, 0, 0, 1000 });

        /// <summary>Ready, and close to the end: two vibrations.</summary>
        public IndicationPattern VibrateTwice { get; } = new IndicationPattern(2, new[]
        {
            200, 0, 0, 0, 0, 0, 1000,
            150, 0, 0, 0, 0, 0, 0,
        });

        /// <summary>A puff ended, or charging began: a light tick.</summary>
        public IndicationPattern VibrateTick { get; } = new IndicationPattern(1, new[] { 60, 0, 0, 0, 0, 0, 600 });

        /// <summary>Find my device: vibrates until stopped.</summary>
        public IndicationPattern Find { get; } = new IndicationPattern(0, new[]
        {
            500, 0, 0, 0, 0, 0, 1000,
            500, 0, 0, 0, 0, 0, 0,
        });
    }
}
