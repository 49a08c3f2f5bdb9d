namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 6: heating on samples that have stopped coming. The controller gives no heat on samples older than
    /// 100 ms of its own; this check does the same without it, and trips at 500 ms. The thermocouple, the second
    /// sensor, only trips.
    /// </summary>
    public sealed class StaleSampleCheck : SafetyCheck
    {
        private const int NoHeatMs = 100;
        private const int TripMs = 500;

        /// <summary>Time of heating on a stale heater sample; a session that begins on one gets as long as one in which it stops.</summary>
        private int staleMs;
        private int coupleStaleMs;

        public StaleSampleCheck()
            : base(6, SafetyAct.Trip)
        {
        }

        public override bool Step(SafetyContext context)
        {
            if (!context.Heating)
            {
                Reset();
                return false;
            }

            if (IsOlder(context, context.Inputs.HeaterSampleMs, NoHeatMs))
            {
                context.NoHeat = true;
                staleMs += context.ElapsedMs;
            }
            else
            {
                staleMs = 0;
            }

            bool coupleStale = IsOlder(context, context.Inputs.ThermocoupleSampleMs, NoHeatMs);
            coupleStaleMs = coupleStale ? coupleStaleMs + context.ElapsedMs : 0;
            return staleMs >= TripMs - NoHeatMs || coupleStaleMs >= TripMs - NoHeatMs;
        }

        public override void Reset()
        {
            staleMs = 0;
            coupleStaleMs = 0;
        }

        /// <summary>A sample from the future is as good as none.</summary>
        private static bool IsOlder(SafetyContext context, long sampleMs, int limitMs)
        {
            return sampleMs < 0 || sampleMs > context.NowMs || context.NowMs - sampleMs > limitMs;
        }
    }
}
