using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Link
{
    /// <summary>One value that clients read and are notified of: remembers what was published, so that only news is.</summary>
    public sealed class PublishedValue
    {
        private readonly RadioValue value;
        private readonly IRadioPort radio;
        private readonly byte[] published;
        private int publishedBytes = -1;

        /// <param name="value">Which value.</param>
        /// <param name="radio">Where it goes.</param>
        /// <param name="maxBytes">Its longest form.</param>
        public PublishedValue(RadioValue value, IRadioPort radio, int maxBytes)
        {
            this.value = value;
            this.radio = radio;
            published = new byte[maxBytes];
        }

        /// <summary>Publishes the content of <paramref name="buffer"/> where it differs from the last.</summary>
        /// <returns>True where it did.</returns>
        public bool Publish(byte[] buffer, int bytes)
        {
            bool changed = bytes != publishedBytes;
            for (int i = 0; i < bytes; i++)
            {
                changed |= published[i] != buffer[i];
                published[i] = buffer[i];
            }

            publishedBytes = bytes;
            if (changed)
            {
                radio.Publish(value, published, bytes);
            }

            return changed;
        }

        /// <summary>Sends what was published last to the subscriber, if there is one.</summary>
        public void Notify()
        {
            if (publishedBytes > 0 && radio.IsSubscribed(value))
            {
                radio.Notify(value, published, publishedBytes);
            }
        }
    }
}
