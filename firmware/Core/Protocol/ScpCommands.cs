namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>What is known of each command: how to recognise it, who answers it, which model has it.</summary>
    public static class ScpCommands
    {
        /// <summary>Selectors (first payload byte) of the settings behind register 24.</summary>
        public const int SelectorAutoStart = 0x01;

        public const int SelectorPauseMode = 0x02;
        public const int SelectorSmartGesture = 0x04;

        /// <summary>Selector of flex puff behind register 22, which it shares with find my device.</summary>
        public const int SelectorFlexPuff = 0x03;

        private const int TargetCharger = 1;
        private const int TargetHolder = 2;
        private const int TargetThird = 4;

        /// <summary>Recognises a request by CTRL, REG and, where registers are shared, its first payload bytes.</summary>
        /// <param name="frame">The frame, right or wrong; its checksum is not looked at.</param>
        /// <param name="length">Bytes of the frame that are there.</param>
        public static ScpCommand Identify(byte[] frame, int length)
        {
            return length < ScpFrame.PayloadOffset
                ? ScpCommand.Unknown
                : Identify(frame[ScpFrame.ControlOffset], frame, length);
        }

        /// <summary>
        /// Recognises the command that a reply belongs to. Which request exactly brought it cannot be told from the
        /// reply alone: <c>87 24 01</c> answers a read of auto start as well as a write.
        /// </summary>
        public static ScpCommand IdentifyReply(byte[] frame, int length)
        {
            if (length < ScpFrame.PayloadOffset)
            {
                return ScpCommand.Unknown;
            }

            int control = frame[ScpFrame.ControlOffset] & ~ScpFrame.ControlReply;
            if (ScpFrame.IsLong(control))
            {
                return Identify(ScpFrame.ControlLong, frame, length);
            }

            // An answer to a write keeps the class; a reply to a read may have grown from class 0 or 1.
            int operation = control & ScpFrame.ControlOperationMask;
            ScpCommand command = Identify(control | ScpFrame.ControlWrite, frame, length);
            if (command == ScpCommand.Unknown)
            {
                command = Identify(operation, frame, length);
            }

            return command == ScpCommand.Unknown
                ? Identify(operation | ScpFrame.SmallestClassBits(1), frame, length)
                : command;
        }

        /// <summary>The address is the command's. One-piece models are one device under both C0 and C9.</summary>
        public static bool IsAddressedTo(ScpCommand command, byte address, bool hasSeparateHolder)
        {
            int target;
            switch (address)
            {
                case ScpFrame.AddressCharger: target = TargetCharger; break;
                case ScpFrame.AddressHolder: target = TargetHolder; break;
                case ScpFrame.AddressThird: target = TargetThird; break;
                default: return false;
            }

            if (!hasSeparateHolder && target != TargetThird)
            {
                target = TargetCharger | TargetHolder;
            }

            return (TargetsOf(command) & target) != 0;
        }

        /// <summary>The model has the command (protocol.md, section 5).</summary>
        public static bool IsSupported(ScpCommand command, HolderModel model)
        {
            switch (command)
            {
                case ScpCommand.Unknown:
                    return false;
                case ScpCommand.ChargeStartVibration:
                case ScpCommand.ChargeStartVibrationCommit:
                    return model.HasChargeStartVibration;
                case ScpCommand.AutoStart:
                    return model.HasAutoStart;
                case ScpCommand.SmartGesture:
                case ScpCommand.OldGesture:
                case ScpCommand.OldGestureCommit:
                    return model.HasSmartGesture;
                case ScpCommand.PauseMode:
                case ScpCommand.FlexBattery:
                case ScpCommand.FlexPuff:
                    return model.HasFlexAndPause;
                default:
                    return true;
            }
        }

        private static int TargetsOf(ScpCommand command)
        {
            switch (command)
            {
                case ScpCommand.FirmwareVersion:
                case ScpCommand.ProductNumber:
                case ScpCommand.BatteryGauge:
                case ScpCommand.Clock:
                    return TargetCharger | TargetHolder;
                case ScpCommand.LockStatus:
                case ScpCommand.Brightness:
                case ScpCommand.FindMyDevice:
                    return TargetCharger;
                case ScpCommand.FlexPuff:
                    return TargetThird;
                default:
                    return TargetHolder;
            }
        }

        private static ScpCommand Identify(int control, byte[] frame, int length)
        {
            if (control == ScpFrame.ControlLong)
            {
                return IdentifyLong(frame, length);
            }

            switch ((control << 8) | frame[ScpFrame.RegisterOffset])
            {
                case 0x0000: return ScpCommand.FirmwareVersion;
                case 0x0003: return ScpCommand.ProductNumber;
                case 0x0021: return ScpCommand.BatteryGauge;
                case 0x0100: return ScpCommand.LockStatus;
                case 0x0223:
                case 0x4623: return ScpCommand.Brightness;
                case 0x4424: return ScpCommand.HolderBrightness;
                case 0x0023:
                case 0x4423: return ScpCommand.Vibration;
                case 0x0704:
                case 0x4F04: return ScpCommand.ChargeStartVibration;
                case 0x4704: return ScpCommand.ChargeStartVibrationCommit;
                case 0x0004:
                case 0x4404: return ScpCommand.Lock;
                case 0x0405:
                case 0x4805: return ScpCommand.OldGesture;
                case 0x4405: return ScpCommand.OldGestureCommit;
                case 0x0025:
                case 0x4425: return ScpCommand.FlexBattery;
                case 0x0522:
                case 0x4522: return IdentifyRegister22(control, frame, length);
                case 0x0724:
                case 0x4724: return IdentifyRegister24(frame, length);
                default: return ScpCommand.Unknown;
            }
        }

        private static ScpCommand IdentifyRegister22(int control, byte[] frame, int length)
        {
            int selector = Payload(frame, length, 0);
            if (selector == SelectorFlexPuff)
            {
                return ScpCommand.FlexPuff;
            }

            bool isFind = (control & ScpFrame.ControlWrite) != 0 && (selector == 0 || selector == 1);
            return isFind ? ScpCommand.FindMyDevice : ScpCommand.Unknown;
        }

        private static ScpCommand IdentifyRegister24(byte[] frame, int length)
        {
            switch (Payload(frame, length, 0))
            {
                case SelectorAutoStart: return ScpCommand.AutoStart;
                case SelectorPauseMode: return ScpCommand.PauseMode;
                case SelectorSmartGesture: return ScpCommand.SmartGesture;
                default: return ScpCommand.Unknown;
            }
        }

        private static ScpCommand IdentifyLong(byte[] frame, int length)
        {
            int first = Payload(frame, length, 0);
            int second = Payload(frame, length, 1);
            if (first == 0x01 && second == 0x01)
            {
                return ScpCommand.Telemetry;
            }

            if (first != 0x00)
            {
                return ScpCommand.Unknown;
            }

            switch (second)
            {
                case 0x02: return ScpCommand.OtherLongRead;
                case 0x04: return ScpCommand.Clock;
                default: return ScpCommand.Unknown;
            }
        }

        private static int Payload(byte[] frame, int length, int index)
        {
            int offset = ScpFrame.PayloadOffset + index;
            return offset < length ? frame[offset] : -1;
        }
    }
}
