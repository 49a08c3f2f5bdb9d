using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Counts the puffs of a session from Ready and grants the extra ones of flex puff.</summary>
    public sealed class PuffBudget
    {
        private int countAtReady;
        private bool decided;
        private bool wasPuffing;
        private int overdueMs;

        /// <summary>Puffs since Ready.</summary>
        public int Taken { get; private set; }

        /// <summary>Puffs this session allows: 14, or 18 where flex puff applies.</summary>
        public int Limit { get; private set; } = SessionRules.PuffLimit;

        /// <summary>Puffs still to come.</summary>
        public int Left => Taken < Limit ? Limit - Taken : 0;

        /// <summary>So few puffs are left that the user should know.</summary>
        public bool NearEnd => decided && Left <= SessionRules.WarningPuffs;

        /// <summary>A puff ended in the last step.</summary>
        public bool PuffEnded { get; private set; }

        /// <summary>All puffs are taken and the last one is over (or lasts beyond all bounds).</summary>
        public bool Spent { get; private set; }

        /// <summary>Counting starts: the holder is ready.</summary>
        public void Start(HeaterView heater)
        {
            countAtReady = heater.PuffCount;
            decided = false;
            wasPuffing = false;
            overdueMs = 0;
            Taken = 0;
            Limit = SessionRules.PuffLimit;
            PuffEnded = false;
            Spent = false;
        }

        /// <summary>One step of a session; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        public void Step(int elapsedMs, HeaterView heater, bool flexPuff)
        {
            bool puffing = heater.Puffing;
            int taken = heater.PuffCount - countAtReady;
            Taken = taken > Taken ? taken : Taken;
            PuffEnded = wasPuffing && !puffing;
            wasPuffing = puffing;

            // Once, where the warning would come: later changes of the mean would take back what was shown.
            if (!decided && Taken >= SessionRules.PuffLimit - SessionRules.WarningPuffs && !puffing)
            {
                decided = true;
                bool small = heater.MeanPuffMl > 0 && heater.MeanPuffMl < SessionRules.FlexPuffBelowMl;
                Limit = SessionRules.PuffLimit + (flexPuff && small ? SessionRules.FlexPuffBonus : 0);
            }

            bool all = Taken >= Limit;
            overdueMs = all ? overdueMs + elapsedMs : 0;
            Spent = all && (!puffing || overdueMs >= SessionRules.LastPuffGraceMs);
        }
    }
}
