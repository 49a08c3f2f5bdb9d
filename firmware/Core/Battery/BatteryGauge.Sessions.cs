namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>What a session takes, and whether the cell gives it.</summary>
    public sealed partial class BatteryGauge
    {
        private const long NoSession = long.MinValue;

        private readonly UsesEstimator uses = new UsesEstimator();
        private long sessionUas = NoSession;
        private int sessionMilliCelsius;
        private bool eco;

        /// <summary>The eco set point is in force: it changes <see cref="UsesLeft"/>.</summary>
        public bool Eco
        {
            get
            {
                return eco;
            }

            set
            {
                eco = value;
                JudgeStart();
            }
        }

        /// <summary>Sessions that the cell allows now, at its temperature: 0..2, in eco mode 0..3.</summary>
        public int UsesLeft => eco ? uses.EcoUses : uses.Uses;

        /// <summary>Sessions that it allows once it is as warm as a room: 0..2.</summary>
        public int UsesLeftWarm => uses.WarmUses;

        /// <summary>
        /// Energy for a session, and a cell that holds its voltage under it (checklist rows 37 and 43). Judged with each sample:
        /// the loop asks ten times as often.
        /// </summary>
        public bool CanStartSession { get; private set; }

        /// <summary>A session begins: what it takes out of the cell is learned, where <see cref="EndSession"/> says that it was whole.</summary>
        public void BeginSession()
        {
            sessionUas = HasSample ? counter.NetUas : NoSession;
            sessionMilliCelsius = milliCelsius;
        }

        /// <summary>The session ended; <paramref name="whole"/>: by its time or its puffs.</summary>
        public void EndSession(bool whole)
        {
            if (whole && sessionUas != NoSession)
            {
                // As counted, at the voltage of the middle: the estimate may have moved for other reasons.
                int takenMas = (int)((sessionUas - counter.NetUas) / 1000);
                int middle = counter.Permille + (int)(takenMas * 500L / (counter.FullUas / 1000));
                int cellJoules = (int)((long)takenMas * CellTable.OpenCircuitMvAt(middle) / 1000000);
                History.LearnSession(SessionNeed.HeatJoules(cellJoules, sessionMilliCelsius, History.ResistancePermille));
            }

            sessionUas = NoSession;
        }

        private void StepUses(bool mayRise)
        {
            uses.Step(counter.Permille - (2 * SigmaPermilleNow()), FullChargeMah, milliCelsius, History, mayRise);
            JudgeStart();
        }

        private void JudgeStart()
        {
            CanStartSession = HasSample && UsesLeft > 0;
        }
    }
}
