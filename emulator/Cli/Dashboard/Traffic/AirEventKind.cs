namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>What happened on the link.</summary>
internal enum AirEventKind
{
    Connected,

    /// <summary>The client sent a PDU.</summary>
    Received,

    /// <summary>The holder sent a PDU.</summary>
    Sent,

    ClientLeft,

    HolderDropped,
}
