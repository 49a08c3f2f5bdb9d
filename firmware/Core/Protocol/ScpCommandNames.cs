using IqosDevice.Firmware.Core.Protocol.Commands;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>What commands are called in the log and in explanations of frames.</summary>
    public static class ScpCommandNames
    {
        /// <summary>Name of the thing that a command reads or sets, e.g. "Flex puff".</summary>
        public static string NameOf(ScpCommand command)
        {
            switch (command)
            {
                case ScpCommand.FirmwareVersion: return "Firmware version";
                case ScpCommand.ProductNumber: return "Product number";
                case ScpCommand.BatteryGauge: return "Battery gauge";
                case ScpCommand.LockStatus: return "Lock status";
                case ScpCommand.Brightness: return "LED brightness";
                case ScpCommand.HolderBrightness: return "Holder LED brightness";
                case ScpCommand.Vibration: return "Vibration";
                case ScpCommand.ChargeStartVibration: return "Charge-start vibration";
                case ScpCommand.ChargeStartVibrationCommit: return "Charge-start vibration commit";
                case ScpCommand.FindMyDevice: return "Find my device";
                case ScpCommand.Lock: return "Lock";
                case ScpCommand.AutoStart: return "Auto start";
                case ScpCommand.PauseMode: return "Pause mode";
                case ScpCommand.SmartGesture: return "Smart gesture";
                case ScpCommand.OldGesture: return "Smart gesture of older clients";
                case ScpCommand.OldGestureCommit: return "Smart gesture of older clients, commit";
                case ScpCommand.FlexBattery: return "Flex battery";
                case ScpCommand.FlexPuff: return "Flex puff";
                case ScpCommand.Telemetry: return "Telemetry";
                case ScpCommand.Clock: return "Clock";
                case ScpCommand.OtherLongRead: return "Long read 00 02";
                default: return "Unknown command";
            }
        }

        /// <summary>
        /// Says in words what a frame asks or answers, e.g. "Flex puff off", "Vibration read", "Clock reply",
        /// "Unknown command 44 99" (CTRL and REG). The checksum is not looked at.
        /// </summary>
        public static string Describe(byte[] frame, int length)
        {
            if (length < ScpFrame.PayloadOffset)
            {
                return "incomplete frame";
            }

            bool isReply = (frame[ScpFrame.ControlOffset] & ScpFrame.ControlReply) != 0;
            ScpCommand command = isReply ? ScpCommands.IdentifyReply(frame, length) : ScpCommands.Identify(frame, length);
            string name = NameOf(command);
            if (command == ScpCommand.Unknown)
            {
                return name + " " + frame[ScpFrame.ControlOffset].ToString("X2") + " "
                    + frame[ScpFrame.RegisterOffset].ToString("X2");
            }

            if (isReply)
            {
                return name + " reply";
            }

            return (frame[ScpFrame.ControlOffset] & ScpFrame.ControlWrite) != 0
                ? DescribeWrite(command, name, frame, length)
                : DescribeRead(command, name);
        }

        private static string DescribeRead(ScpCommand command, string name)
        {
            switch (command)
            {
                case ScpCommand.FirmwareVersion:
                case ScpCommand.ProductNumber:
                case ScpCommand.BatteryGauge:
                case ScpCommand.LockStatus:
                case ScpCommand.Telemetry:
                case ScpCommand.Clock:
                case ScpCommand.OtherLongRead:
                    // Nobody can write these.
                    return name;
                default:
                    return name + " read";
            }
        }

        private static string DescribeWrite(ScpCommand command, string name, byte[] frame, int length)
        {
            switch (command)
            {
                case ScpCommand.AutoStart:
                case ScpCommand.PauseMode:
                case ScpCommand.SmartGesture:
                case ScpCommand.FlexPuff:
                    return name + ValueWord(frame, length, 1, " off", " on");
                case ScpCommand.OldGesture:
                    return name + ValueWord(frame, length, GestureCommands.WriteValueIndex, " off", " on");
                case ScpCommand.ChargeStartVibration:
                    return name + ChargeStartWord(Payload(frame, length, ChargeStartCommands.WriteValueIndex));
                case ScpCommand.FindMyDevice:
                    return name + ValueWord(frame, length, 0, " stop", " start");
                case ScpCommand.FlexBattery:
                    return name + ValueWord(frame, length, 0, " performance", " eco");
                case ScpCommand.Lock:
                    return Payload(frame, length, 0) == 0 ? "Unlock" : name;
                case ScpCommand.OldGestureCommit:
                case ScpCommand.ChargeStartVibrationCommit:
                    return name;
                default:
                    return name + " set";
            }
        }

        private static string ChargeStartWord(int value)
        {
            if (value == ChargeStartCommands.ValueOn)
            {
                return " on";
            }

            return value == ChargeStartCommands.ValueOff ? " off" : " set";
        }

        private static string ValueWord(byte[] frame, int length, int index, string zero, string one)
        {
            int value = Payload(frame, length, index);
            if (value == 0)
            {
                return zero;
            }

            return value == 1 ? one : " set";
        }

        private static int Payload(byte[] frame, int length, int index)
        {
            int offset = ScpFrame.PayloadOffset + index;
            return offset < length ? frame[offset] : -1;
        }
    }
}
