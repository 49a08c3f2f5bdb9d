namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The checks of every tick, called one by one: what follows a fault within a few samples, but for what
    /// <see cref="PromptChecks"/> looks at before. Rows come back as a set, bit n for row n.
    /// </summary>
    public sealed class FastChecks
    {
        private readonly ConsentCheck consent = new ConsentCheck();
        private readonly LeakCurrentCheck leak = new LeakCurrentCheck();
        private readonly ReadBackCheck readBack = new ReadBackCheck();
        private readonly ThermocoupleOpenCheck open = new ThermocoupleOpenCheck();
        private readonly ThermocoupleShortCheck shorted = new ThermocoupleShortCheck();
        private readonly ThermocoupleRangeCheck range = new ThermocoupleRangeCheck();
        private readonly SpikeCheck spike = new SpikeCheck();
        private readonly FrozenSensorCheck frozen = new FrozenSensorCheck();
        private readonly StaleSampleCheck stale = new StaleSampleCheck();
        private readonly OpenHeaterCheck openHeater = new OpenHeaterCheck();
        private readonly OverCurrentCheck overCurrent = new OverCurrentCheck();
        private readonly ResistanceDriftCheck drift = new ResistanceDriftCheck();
        private readonly PowerAndEnergyCheck power = new PowerAndEnergyCheck();
        private bool wasHeating;

        /// <summary>No heat in this tick, though nothing fires: the heater's sample is old.</summary>
        public bool NoHeat => stale.NoHeat;

        /// <summary>One tick.</summary>
        /// <returns>The rows that fire.</returns>
        public long Step(SafetyContext context)
        {
            long fired = 0;
            if (consent.Step(context))
            {
                fired |= 1L << ConsentCheck.Row;
            }

            if (leak.Step(context))
            {
                fired |= 1L << LeakCurrentCheck.Row;
            }

            if (readBack.Step(context))
            {
                fired |= 1L << ReadBackCheck.Row;
            }

            if (SignInCheck.Step(context))
            {
                fired |= 1L << SignInCheck.Row;
            }

            if (context.Heating)
            {
                return fired | Sensors(context) | Heater(context);
            }

            if (wasHeating)
            {
                ResetHeating();
            }

            return fired;
        }

        /// <summary>Forgets what was counted; a trip is released.</summary>
        public void Reset()
        {
            leak.Reset();
            readBack.Reset();
            ResetHeating();
        }

        /// <summary>What can be wrong with the samples while heating.</summary>
        private long Sensors(SafetyContext context)
        {
            long fired = 0;
            wasHeating = true;
            if (open.Step(context))
            {
                fired |= 1L << ThermocoupleOpenCheck.Row;
            }

            if (shorted.Step(context))
            {
                fired |= 1L << ThermocoupleShortCheck.Row;
            }

            if (range.Step(context))
            {
                fired |= 1L << ThermocoupleRangeCheck.Row;
            }

            if (spike.Step(context))
            {
                fired |= 1L << SpikeCheck.Row;
                context.Escalated |= spike.Escalates ? 1L << SpikeCheck.Row : 0;
            }

            if (frozen.Step(context))
            {
                fired |= 1L << FrozenSensorCheck.Row;
            }

            if (stale.Step(context))
            {
                fired |= 1L << StaleSampleCheck.Row;
            }

            return fired;
        }

        /// <summary>What can be wrong with heater, power and demand while heating.</summary>
        private long Heater(SafetyContext context)
        {
            long fired = 0;
            if (openHeater.Step(context))
            {
                fired |= 1L << OpenHeaterCheck.Row;
            }

            if (overCurrent.Step(context))
            {
                fired |= 1L << OverCurrentCheck.Row;
            }

            if (drift.Step(context))
            {
                fired |= 1L << ResistanceDriftCheck.Row;
            }

            if (power.Step(context))
            {
                fired |= 1L << PowerAndEnergyCheck.Row;
            }

            if (LoopDelayCheck.Step(context))
            {
                fired |= 1L << LoopDelayCheck.Row;
                context.Escalated |= LoopDelayCheck.Escalates(context) ? 1L << LoopDelayCheck.Row : 0;
            }

            return fired;
        }

        private void ResetHeating()
        {
            wasHeating = false;
            open.Reset();
            shorted.Reset();
            range.Reset();
            spike.Reset();
            frozen.Reset();
            stale.Reset();
            openHeater.Reset();
            overCurrent.Reset();
            drift.Reset();
            power.Reset();
        }
    }
}
