namespace IqosDevice.Cli.Decoding;

/// <summary>One field of a frame: where it stands, its bytes, and what they say.</summary>
/// <param name="OffsetBytes">Offset in the frame.</param>
/// <param name="Hex">Its bytes as they stand in the frame.</param>
/// <param name="Name">Name of the field, as the protocol calls it.</param>
/// <param name="Meaning">What it says, in words.</param>
public sealed record FrameField(int OffsetBytes, string Hex, string Name, string Meaning);
