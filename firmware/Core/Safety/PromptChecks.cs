namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The checks that a tick makes before it gives any heat: a heater that is too hot, a charger, a clock that stood still,
    /// a demand or an output that makes no sense. Rows come back as a set, bit n for row n.
    /// </summary>
    public sealed class PromptChecks
    {
        private readonly OverTemperatureCheck overTemperature = new OverTemperatureCheck();

        /// <summary>One tick.</summary>
        /// <returns>The rows that fire.</returns>
        public long Step(SafetyContext context)
        {
            long fired = 0;
            if (overTemperature.Step(context))
            {
                fired |= 1L << OverTemperatureCheck.Row;
            }

            if (LoopPeriodCheck.Step(context))
            {
                fired |= 1L << LoopPeriodCheck.Row;
            }

            if (ControlOutputCheck.Step(context))
            {
                fired |= 1L << ControlOutputCheck.Row;
            }

            if (ChargingInterlockCheck.Step(context))
            {
                fired |= 1L << ChargingInterlockCheck.Row;
            }

            if (context.Heating && SetpointCheck.Step(context))
            {
                fired |= 1L << SetpointCheck.Row;
            }

            return fired;
        }

        /// <summary>Forgets what was counted; a trip is released.</summary>
        public void Reset()
        {
            overTemperature.Reset();
        }
    }
}
