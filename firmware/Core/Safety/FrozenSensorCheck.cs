namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 5: a sensor that has not moved by one bit for 2 s of heating is stuck: noise alone moves both. The samples keep
    /// coming, so that row 6 sees nothing.
    /// </summary>
    public sealed class FrozenSensorCheck
    {
        public const int Row = 5;

        private const int LimitMs = 2000;

        private int coupleRaw;
        private int coupleMs;
        private float volts;
        private float amps;
        private int monitorMs;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.Inputs.ThermocoupleRaw == coupleRaw)
            {
                coupleMs += context.ElapsedMs;
            }
            else
            {
                coupleRaw = context.Inputs.ThermocoupleRaw;
                coupleMs = 0;
            }

            // Without a current there is nothing to see, and 0 is what it should read.
            bool driven = context.AppliedPermille >= SafetyContext.MeasurablePermille;
            if (driven && context.Inputs.HeaterVolts == volts && context.Inputs.HeaterAmps == amps)
            {
                monitorMs += context.ElapsedMs;
            }
            else
            {
                volts = context.Inputs.HeaterVolts;
                amps = context.Inputs.HeaterAmps;
                monitorMs = 0;
            }

            return coupleMs >= LimitMs || monitorMs >= LimitMs;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            coupleMs = 0;
            monitorMs = 0;
        }
    }
}
