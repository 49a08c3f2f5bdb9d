namespace IqosDevice.Cli.Decoding;

/// <summary>What a row of bytes is.</summary>
public enum FrameKind
{
    /// <summary>To be told from the bytes.</summary>
    Auto,

    /// <summary>A frame of the SCP control point, or a fragment of one.</summary>
    Scp,

    /// <summary>A value of the battery information characteristic.</summary>
    Battery,
}

/// <summary>Bytes to be explained and where they came from.</summary>
/// <param name="Label">What to call them: the id in a file, or the place on the command line.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Bytes">The bytes as captured, not empty.</param>
/// <param name="Note">What the file says that they mean, or null.</param>
public sealed record CapturedFrame(string Label, FrameKind Kind, byte[] Bytes, string? Note = null)
{
    /// <summary>True where the client sent them, false where the device did, null where the file does not say.</summary>
    public bool? FromClient { get; init; }
}
