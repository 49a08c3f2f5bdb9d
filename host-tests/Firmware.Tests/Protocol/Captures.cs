namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>What a captured frame's checksum is worth.</summary>
public enum CaptureChecksum
{
    Crc8,
    Crc16,

    /// <summary>Right, with zero bytes behind it.</summary>
    Padded,

    /// <summary>As clients send it by mistake.</summary>
    Bad,
}

/// <summary>Frames that were seen on the air, and what they say.</summary>
public static class Captures
{
    /// <summary>Frame, checksum, what it says in the words of the firmware.</summary>
    public static TheoryData<string, CaptureChecksum, string> Frames => new()
    {
        { "00C0000000", CaptureChecksum.Crc8, "Firmware version" },
        { "00C00000000000", CaptureChecksum.Padded, "Firmware version" },
        { "00C08800100087050021A0C00114010106063F", CaptureChecksum.Crc8, "Firmware version reply" },
        { "00C0000309", CaptureChecksum.Crc8, "Product number" },
        { "00C9000309", CaptureChecksum.Crc8, "Product number" },
        { "00C00021E7", CaptureChecksum.Crc8, "Battery gauge" },
        { "00C91002010175D6", CaptureChecksum.Crc16, "Telemetry" },
        { "00C01002000438EF", CaptureChecksum.Crc16, "Clock" },
        { "0008900A0004DA0701015733841C21CE", CaptureChecksum.Crc16, "Clock reply" },
        { "00C910020002B9A5", CaptureChecksum.Crc16, "Long read 00 02" },
        { "00C00223C3", CaptureChecksum.Crc8, "LED brightness read" },
        { "0008842464000000AE", CaptureChecksum.Crc8, "Holder LED brightness reply" },
        { "00C90023E9", CaptureChecksum.Crc8, "Vibration read" },
        { "00C907040400000008", CaptureChecksum.Crc8, "Charge-start vibration read" },
        { "00088B04040000000000000000000000000056", CaptureChecksum.Crc8, "Charge-start vibration reply" },
        { "00088B040400000000090000000000000000EE", CaptureChecksum.Crc8, "Charge-start vibration reply" },
        { "00C9470400FFFF00DA", CaptureChecksum.Crc8, "Charge-start vibration commit" },
        { "00C04522011E0000C3", CaptureChecksum.Crc8, "Find my device start" },
        { "00C04522001E0000D5", CaptureChecksum.Crc8, "Find my device stop" },
        { "00C9440402FF00005A", CaptureChecksum.Crc8, "Lock" },
        { "00C94404000000005D", CaptureChecksum.Crc8, "Unlock" },
        { "00C900041C", CaptureChecksum.Crc8, "Lock read" },
        { "00C0010015", CaptureChecksum.Crc8, "Lock status" },
        { "00C00100F6", CaptureChecksum.Bad, "Lock status" },
        { "00C0890033006A000200CA55060005000000D2", CaptureChecksum.Crc8, "Lock status reply" },
        { "00C907240100000022", CaptureChecksum.Crc8, "Auto start read" },
        { "00C94724010100003F", CaptureChecksum.Crc8, "Auto start on" },
        { "00C947240100000054", CaptureChecksum.Crc8, "Auto start off" },
        { "0008872401010000A5", CaptureChecksum.Crc8, "Auto start reply" },
        { "00C907240200000018", CaptureChecksum.Crc8, "Pause mode read" },
        { "00C947240201000005", CaptureChecksum.Crc8, "Pause mode on" },
        { "00C94724020000006E", CaptureChecksum.Crc8, "Pause mode off" },
        { "00C947240401000071", CaptureChecksum.Crc8, "Smart gesture on" },
        { "00C94724040000001A", CaptureChecksum.Crc8, "Smart gesture off" },
        { "00C94724040100003C", CaptureChecksum.Bad, "Smart gesture on" },
        { "00C90724040000006C", CaptureChecksum.Crc8, "Smart gesture read" },
        { "00C90405050100006C", CaptureChecksum.Crc8, "Smart gesture of older clients read" },
        { "00C9440500FFFF00C3", CaptureChecksum.Crc8, "Smart gesture of older clients, commit" },
        { "00C948053C050100000100FFFFFFFFFFFF00C0", CaptureChecksum.Crc8, "Smart gesture of older clients on" },
        { "00C948052F050100000000FFFFFFFFFFFF00EB", CaptureChecksum.Crc8, "Smart gesture of older clients off" },
        { "00C90025FB", CaptureChecksum.Crc8, "Flex battery read" },
        { "00C94425000000005B", CaptureChecksum.Crc8, "Flex battery performance" },
        { "00C94425010000004D", CaptureChecksum.Crc8, "Flex battery eco" },
        { "00D205220300000017", CaptureChecksum.Crc8, "Flex puff read" },
        { "00D24522030100000A", CaptureChecksum.Crc8, "Flex puff on" },
        { "00D245220300000061", CaptureChecksum.Crc8, "Flex puff off" },
        { "00D24522030000000A", CaptureChecksum.Bad, "Flex puff off" },
    };
}
