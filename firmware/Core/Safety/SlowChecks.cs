namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The checks of which one has its turn in each tick: what develops over seconds. A row that fires keeps firing until
    /// its next turn. Rows come back as a set, bit n for row n.
    /// </summary>
    public sealed class SlowChecks
    {
        /// <summary>Ticks of one round.</summary>
        public const int TurnCount = 4;

        private readonly SessionLimitCheck limit = new SessionLimitCheck();
        private int turn;
        private long roundMs = -1;
        private long standing;

        /// <summary>One tick: the check whose turn it is.</summary>
        /// <returns>The rows that fire, those of the other checks included.</returns>
        public long Step(SafetyContext context)
        {
            if (turn == 0)
            {
                StartRound(context);
            }

            int row;
            bool fires;
            switch (turn)
            {
                case 0:
                    row = SessionLimitCheck.Row;
                    fires = limit.Step(context);
                    break;
                default:
                    row = 0;
                    fires = false;
                    break;
            }

            turn = turn == TurnCount - 1 ? 0 : turn + 1;
            standing = fires ? standing | (1L << row) : standing & ~(1L << row);
            return standing;
        }

        /// <summary>Forgets what was counted; a trip is released.</summary>
        public void Reset()
        {
            standing = 0;
            limit.Reset();
        }

        /// <summary>Each check counts the length of the last round as its own: all turns are as long as that.</summary>
        private void StartRound(SafetyContext context)
        {
            long lengthMs = roundMs < 0 ? 0 : context.NowMs - roundMs;
            roundMs = context.NowMs;
            context.TurnMs = lengthMs < 0 ? 0 : lengthMs > 60000 ? 60000 : (int)lengthMs;
        }
    }
}
