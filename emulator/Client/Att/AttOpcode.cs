namespace IqosDevice.Client.Att;

/// <summary>ATT opcodes that the client sends or receives (Core 6.0, Vol 3, Part F, 3.4.8).</summary>
internal static class AttOpcode
{
    public const byte ErrorResponse = 0x01;
    public const byte ExchangeMtuRequest = 0x02;
    public const byte FindInformationRequest = 0x04;
    public const byte ReadByTypeRequest = 0x08;
    public const byte ReadRequest = 0x0A;
    public const byte ReadBlobRequest = 0x0C;
    public const byte ReadByGroupTypeRequest = 0x10;
    public const byte WriteRequest = 0x12;
    public const byte HandleValueNotification = 0x1B;
    public const byte HandleValueIndication = 0x1D;
    public const byte HandleValueConfirmation = 0x1E;

    /// <summary>The response to each of these requests has the next opcode.</summary>
    public static byte ResponseTo(byte request) => (byte)(request + 1);
}
