namespace IqosDevice.Emulator.Board;

/// <summary>Something wrong between the radio's antenna and the firmware. What a fault does not name works as ever.</summary>
public interface IRadioFault
{
    /// <summary>A client's write reaches the firmware only after this, µs.</summary>
    long IncomingDelayUs => 0;

    /// <summary>What the firmware gets of a client's write.</summary>
    byte[] Incoming(byte[] value) => value;

    /// <summary>What a client gets of a value that the firmware sends or shows.</summary>
    byte[] Outgoing(byte[] value) => value;
}
