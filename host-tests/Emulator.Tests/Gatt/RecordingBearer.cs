using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

/// <summary>Keeps what the server sends, as hex.</summary>
internal sealed class RecordingBearer(string peer = "test client") : IAttBearer
{
    public string Peer { get; } = peer;

    public Queue<string> Sent { get; } = new();

    public string? CloseReason { get; private set; }

    public void Send(ReadOnlySpan<byte> pdu) => Sent.Enqueue(Convert.ToHexString(pdu));

    public void Close(string reason) => CloseReason = reason;
}
