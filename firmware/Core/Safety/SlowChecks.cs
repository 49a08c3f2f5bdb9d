namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The checks of which one has its turn in each tick: what develops over seconds. A row that fires keeps firing until
    /// its next turn. Rows come back as a set, bit n for row n.
    /// </summary>
    public sealed class SlowChecks
    {
        /// <summary>Ticks of one round.</summary>
        public const int TurnCount = 16;

        private readonly SessionLimitCheck limit = new SessionLimitCheck();
        private readonly RestAgreementCheck rest = new RestAgreementCheck();
        private readonly AdcReferenceCheck reference = new AdcReferenceCheck();
        private readonly HeatUpCheck heatUp = new HeatUpCheck();
        private readonly BelowTargetCheck belowTarget = new BelowTargetCheck();
        private readonly StuckOnCheck stuckOn = new StuckOnCheck();
        private readonly ExcursionCheck excursion = new ExcursionCheck();
        private readonly HeatBalanceCheck balance = new HeatBalanceCheck();
        private readonly HoldPowerCheck holdPower = new HoldPowerCheck();
        private readonly CoolingCheck cooling = new CoolingCheck();
        private readonly ClockCheck clock = new ClockCheck();
        private readonly CellCurrentCheck cellCurrent = new CellCurrentCheck();
        private readonly OverchargeCheck overcharge = new OverchargeCheck();
        private readonly ChargeJumpCheck jump = new ChargeJumpCheck();
        private readonly RestingCellCheck restingCell = new RestingCellCheck();
        private int turn;
        private long standing;

        /// <summary>One tick: the check whose turn it is.</summary>
        /// <returns>The rows that fire, those of the other checks included.</returns>
        public long Step(SafetyContext context)
        {
            if (turn == 0)
            {
                StartRound(context);
            }

            int now = turn;
            turn = turn == TurnCount - 1 ? 0 : turn + 1;
            bool fires;
            switch (now)
            {
                case 0:
                    Keep(UnconfirmedStartCheck.Row, UnconfirmedStartCheck.Step(context));
                    return Keep(SessionLimitCheck.Row, limit.Step(context));
                case 1: return Keep(ColdSensorCheck.Row, ColdSensorCheck.Step(context));
                case 2: return Keep(RestAgreementCheck.Row, rest.Step(context));
                case 3: return Keep(AdcReferenceCheck.Row, reference.Step(context));
                case 4:
                    Keep(FreeMemoryCheck.Row, FreeMemoryCheck.Step(context));
                    return Keep(CalibrationCheck.Row, CalibrationCheck.Step(context));
                case 5: return Keep(HeatUpCheck.Row, heatUp.Step(context));
                case 6: return Keep(BelowTargetCheck.Row, belowTarget.Step(context));
                case 7: return Keep(StuckOnCheck.Row, stuckOn.Step(context));
                case 8: return Keep(ExcursionCheck.Row, excursion.Step(context));
                case 9:
                    fires = balance.Step(context);
                    context.Escalated |= balance.Escalates ? 1L << HeatBalanceCheck.Row : 0;
                    return Keep(HeatBalanceCheck.Row, fires);
                case 10:
                    fires = holdPower.Step(context);
                    context.Escalated |= holdPower.Escalates ? 1L << HoldPowerCheck.Row : 0;
                    return Keep(HoldPowerCheck.Row, fires);
                case 11: return Keep(CoolingCheck.Row, cooling.Step(context));
                case 12:
                    Keep(RestingCellCheck.Row, restingCell.Step(context));
                    return Keep(HotBoardCheck.Row, HotBoardCheck.Step(context));
                case 13: return Keep(ClockCheck.Row, clock.Step(context));
                case 14:
                    Keep(ChargeJumpCheck.Row, jump.Step(context));
                    return Keep(CellCurrentCheck.Row, cellCurrent.Step(context));
                default: return Keep(OverchargeCheck.Row, overcharge.Step(context));
            }
        }

        /// <summary>Forgets what was counted; a trip is released.</summary>
        public void Reset()
        {
            standing = 0;
            limit.Reset();
            rest.Reset();
            heatUp.Reset();
            belowTarget.Reset();
            stuckOn.Reset();
            excursion.Reset();
            balance.Reset();
            holdPower.Reset();
            cooling.Reset();
        }

        /// <summary>Puts a row into what stands, or takes it out.</summary>
        private long Keep(int row, bool fires)
        {
            long bit = 1L << row;
            standing = fires ? standing | bit : standing & ~bit;
            return standing;
        }

        /// <summary>Each check counts the length of the last round as its own: all turns are as long as that.</summary>
        private void StartRound(SafetyContext context)
        {
            long lengthMs = context.RoundMs < 0 ? 0 : context.NowMs - context.RoundMs;
            context.RoundMs = context.NowMs;
            context.TurnMs = lengthMs < 0 ? 0 : lengthMs > 60000 ? 60000 : (int)lengthMs;
        }
    }
}
