using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// The whole of the holder's logic behind its ports: the composition root of Core. The board layer fills
    /// <see cref="Inputs"/>, calls <see cref="Step"/> and applies <see cref="Outputs"/>.
    /// </summary>
    public sealed class HolderCore
    {
        public HolderCore(DeviceIdentity identity, ISlotStorage storage, IRadioPort radio, ILogPort log)
        {
            Inputs = new BoardInputs();
            Outputs = new BoardOutputs();
        }

        public BoardInputs Inputs { get; }

        public BoardOutputs Outputs { get; }

        /// <summary>SCP frames with a wrong checksum are accepted.</summary>
        public bool Lenient { get; set; }

        /// <summary>Loads what is stored and publishes the first values. Called once, before the first step.</summary>
        public void Start(long nowMs)
        {
        }

        /// <summary>One tick of 20 ms.</summary>
        public void Step(long nowMs)
        {
        }

        /// <summary>A client wrote to the SCP control point. Called from the radio's thread; copies and returns.</summary>
        /// <returns>False where the mailbox is full.</returns>
        public bool PostScpWrite(byte[] value, int length)
        {
            return false;
        }

        /// <summary>A client asked for the event log from a sequence number. Called from the radio's thread.</summary>
        public bool PostEventLogRequest(int firstSequence)
        {
            return false;
        }

        /// <summary>A client came or went. Called from the radio's thread.</summary>
        public void PostLinkChange(bool connected)
        {
        }

        /// <summary>Writes what waits in RAM; the power is about to go (no heat from here on).</summary>
        public void Stop()
        {
        }
    }
}
