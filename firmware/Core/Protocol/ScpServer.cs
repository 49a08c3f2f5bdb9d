using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol.Commands;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Answers SCP requests (protocol.md, sections 3 and 4). Whatever it refuses - a wrong checksum or length, an
    /// unknown command, one that the model does not have, a value outside its range - is met with silence and a
    /// line in the log that names it.
    /// </summary>
    public sealed class ScpServer
    {
        /// <summary>Longest message in either direction, bytes.</summary>
        public const int MaxMessageBytes = 64;

        private readonly HolderModel model;
        private readonly ILogPort diagnostics;
        private readonly ScpContext context;
        private readonly ScpReassembler reassembler = new ScpReassembler();

        public ScpServer(DeviceIdentity identity, Settings settings, UsageCounters usage, EventLog log, BatteryGauge gauge,
            ChargerModel charger, UserRequests requests, ILogPort diagnostics)
        {
            model = identity.Model;
            context = new ScpContext(identity, settings, usage, log, gauge, charger, requests);
            this.diagnostics = diagnostics;
        }

        /// <summary>Lenient: a frame with a wrong checksum is accepted (and still named in the log).</summary>
        public bool Lenient { get; set; }

        /// <summary>Takes one write of the client: a whole frame or a fragment.</summary>
        /// <param name="value">What was written.</param>
        /// <param name="length">Bytes of it that count.</param>
        /// <param name="rtcSeconds">Real-time clock, seconds since 2010-01-01.</param>
        /// <param name="reply">Receives the reply; <see cref="MaxMessageBytes"/> at least.</param>
        /// <returns>Length of the reply message in <paramref name="reply"/>, 0 for silence.</returns>
        public int Handle(byte[] value, int length, uint rtcSeconds, byte[] reply)
        {
            int messageBytes = reassembler.Accept(value, length);
            if (reassembler.DropReason != null)
            {
                diagnostics.Write("SCP dropped: " + reassembler.DropReason);
            }

            byte[] frame = reassembler.Message;
            if (messageBytes == 0 || !HasRightLength(frame, messageBytes) || !HasRightChecksum(frame, messageBytes))
            {
                return 0;
            }

            ScpCommand command = ScpCommands.Identify(frame, messageBytes);
            if (!IsForUs(command, frame, messageBytes))
            {
                return 0;
            }

            context.RtcSeconds = rtcSeconds;
            context.Request.Attach(frame, command);
            context.Reply.Attach(reply);
            if (!Dispatch(command))
            {
                Refuse("value out of range", frame, messageBytes);
                return 0;
            }

            return context.Reply.Seal();
        }

        /// <summary>Forgets a half-received message; the link went down.</summary>
        public void Reset()
        {
            reassembler.Reset();
        }

        private bool HasRightLength(byte[] frame, int length)
        {
            int expected = ScpFrame.TotalBytes(frame, length);
            bool isRight = expected == length || ScpFrame.IsPaddedVersionRequest(frame, length);

            // Every long read asks with two bytes; nothing else is known of long requests.
            if (isRight && ScpFrame.IsLong(frame[ScpFrame.ControlOffset])
                && ScpFrame.PayloadBytes(frame) != TelemetryCommands.RequestBytes)
            {
                expected = ScpFrame.PayloadOffset + TelemetryCommands.RequestBytes + ScpFrame.ChecksumBytes(frame);
                isRight = false;
            }

            if (!isRight)
            {
                string wanted = expected == 0 ? "5 at least" : expected.ToString();
                Refuse("length " + length.ToString() + ", expected " + wanted, frame, length);
            }

            return isRight;
        }

        private bool HasRightChecksum(byte[] frame, int length)
        {
            int expected = ScpFrame.ComputeChecksum(frame);
            int carried = ScpFrame.ReadChecksum(frame);
            if (carried == expected)
            {
                return true;
            }

            bool isLong = ScpFrame.IsLong(frame[ScpFrame.ControlOffset]);
            string format = isLong ? "X4" : "X2";
            string mismatch = (isLong ? "CRC16 " : "CRC8 ") + carried.ToString(format) + ", expected "
                + expected.ToString(format);
            if (!Lenient)
            {
                Refuse(mismatch, frame, length);
                return false;
            }

            diagnostics.Write("SCP accepted leniently: " + mismatch + " (" + ScpCommandNames.Describe(frame, length) + ")");
            return true;
        }

        private bool IsForUs(ScpCommand command, byte[] frame, int length)
        {
            byte address = frame[ScpFrame.AddressOffset];
            if (command == ScpCommand.Unknown)
            {
                Refuse("not known", frame, length);
                return false;
            }

            if (!ScpCommands.IsAddressedTo(command, address, model.HasSeparateHolder))
            {
                Refuse("not at address " + address.ToString("X2"), frame, length);
                return false;
            }

            if (!ScpCommands.IsSupported(command, model))
            {
                Refuse("not supported by " + model.Name, frame, length);
                return false;
            }

            return true;
        }

        private void Refuse(string reason, byte[] frame, int length)
        {
            diagnostics.Write("SCP dropped: " + reason + " (" + ScpCommandNames.Describe(frame, length) + ")");
        }

        /// <summary>Calls the handler of the command; false where it refused the value.</summary>
        private bool Dispatch(ScpCommand command)
        {
            return context.Request.IsWrite ? DispatchWrite(command) : DispatchRead(command);
        }

        private bool DispatchRead(ScpCommand command)
        {
            switch (command)
            {
                case ScpCommand.FirmwareVersion: VersionCommands.ReadFirmwareVersion(context); return true;
                case ScpCommand.ProductNumber: VersionCommands.ReadProductNumber(context); return true;
                case ScpCommand.BatteryGauge: GaugeCommands.ReadBatteryGauge(context); return true;
                case ScpCommand.LockStatus: LockCommands.ReadLockStatus(context); return true;
                case ScpCommand.Brightness: LightCommands.ReadBrightness(context); return true;
                case ScpCommand.Vibration: VibrationCommands.ReadVibration(context); return true;
                case ScpCommand.ChargeStartVibration: return ChargeStartCommands.ReadRecord(context);
                case ScpCommand.Lock: LockCommands.ReadLock(context); return true;
                case ScpCommand.AutoStart:
                case ScpCommand.PauseMode:
                case ScpCommand.SmartGesture:
                case ScpCommand.FlexPuff: FlagCommands.ReadFlag(context); return true;
                case ScpCommand.OldGesture: return GestureCommands.ReadOldGesture(context);
                case ScpCommand.FlexBattery: FlexBatteryCommands.ReadFlexBattery(context); return true;
                case ScpCommand.Telemetry: TelemetryCommands.ReadTelemetry(context); return true;
                case ScpCommand.Clock: TelemetryCommands.ReadClock(context); return true;
                case ScpCommand.OtherLongRead: TelemetryCommands.ReadOther(context); return true;
                default: return false;
            }
        }

        private bool DispatchWrite(ScpCommand command)
        {
            switch (command)
            {
                case ScpCommand.Brightness: LightCommands.SetBrightness(context); return true;
                case ScpCommand.HolderBrightness: LightCommands.SetHolderBrightness(context); return true;
                case ScpCommand.Vibration: VibrationCommands.SetVibration(context); return true;
                case ScpCommand.ChargeStartVibration: return ChargeStartCommands.WriteRecord(context);
                case ScpCommand.ChargeStartVibrationCommit: ChargeStartCommands.Commit(context); return true;
                case ScpCommand.FindMyDevice: FindCommands.SetFindMyDevice(context); return true;
                case ScpCommand.Lock: return LockCommands.SetLock(context);
                case ScpCommand.AutoStart:
                case ScpCommand.PauseMode:
                case ScpCommand.SmartGesture:
                case ScpCommand.FlexPuff: return FlagCommands.SetFlag(context);
                case ScpCommand.OldGesture: return GestureCommands.WriteOldGesture(context);
                case ScpCommand.OldGestureCommit: GestureCommands.Commit(context); return true;
                case ScpCommand.FlexBattery: return FlexBatteryCommands.SetFlexBattery(context);
                default: return false;
            }
        }
    }
}
