namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>Volume of a puff, from the heat that it took out of the heater, and the mean over a session's puffs.</summary>
    public sealed class PuffVolume
    {
        /// <summary>
        /// A bump of less is noise, which reaches 3 ml where little power is measured at a low duty. The weakest puff is 35 ml,
        /// half of it where the unit's heat is a third less twice over.
        /// </summary>
        public const float SmallestMl = 8f;

        /// <summary>55 ml take 19 J, 15 % of it from the heater (nominal).</summary>
        private const float MlPerJoule = 19.3f;

        // Heat that the stick draws in addition, per second of puff, as a share of the puff's own: half of
        // G·(1 - a)/a/C of the nominal stick, 0.078, less what a stick that still warms up draws less meanwhile, so
        // 0.065. Below is 1/(1 + 0.065 t) to a thousandth over the seconds that a puff may last.
        private const float TailPerSecond = 0.0627f;
        private const float TailPerSecondSquared = 0.00279f;

        private const float LargestMl = 200f;

        private int count;
        private float totalMl;

        /// <summary>Puffs added since <see cref="Reset"/>.</summary>
        public int Count => count;

        /// <summary>Mean of them, ml; 0 before the first.</summary>
        public int MeanMl { get; private set; }

        /// <summary>A session begins.</summary>
        public void Reset()
        {
            count = 0;
            totalMl = 0f;
            MeanMl = 0;
        }

        /// <summary>Millilitres of a puff. The cooled stick draws heat too, the more the longer it lasts: that is not the puff's own.</summary>
        /// <param name="joules">What the heater lost above its baseline.</param>
        /// <param name="seconds">Length of the puff.</param>
        public static float MlOf(float joules, float seconds)
        {
            return joules * MlPerJoule * (1f - (seconds * (TailPerSecond - (seconds * TailPerSecondSquared))));
        }

        /// <summary>Counts a puff of this volume.</summary>
        public void Add(float ml)
        {
            totalMl += ml > LargestMl ? LargestMl : ml;
            count++;
            MeanMl = (int)((totalMl / count) + 0.5f);
        }
    }
}
