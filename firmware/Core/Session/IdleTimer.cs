namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>How long nobody touched the holder.</summary>
    public sealed class IdleTimer
    {
        private int idleMs;

        /// <summary>Lights out.</summary>
        public bool Asleep => idleMs >= SessionRules.SleepAfterMs;

        /// <summary>Deep sleep: a tilt does not wake any more.</summary>
        public bool Off => idleMs >= SessionRules.OffAfterMs;

        /// <summary>Somebody touched it.</summary>
        public void Wake()
        {
            idleMs = 0;
        }

        /// <summary>Time passes; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        public void Step(int elapsedMs)
        {
            if (!Off)
            {
                idleMs += elapsedMs;
            }
        }
    }
}
