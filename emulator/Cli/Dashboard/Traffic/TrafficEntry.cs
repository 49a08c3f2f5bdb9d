using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>A line of the traffic log.</summary>
/// <param name="Seconds">Virtual time.</param>
/// <param name="Direction">"in" from the client, "out" to it, "link" for the link itself.</param>
/// <param name="Operation">Name of the PDU, e.g. "Write Request".</param>
/// <param name="Attribute">What it is about, e.g. "SCP control point"; empty where it names nothing.</param>
/// <param name="Hex">The value that it carries, or the whole PDU.</param>
/// <param name="Summary">What the value says; empty where nothing is known of it.</param>
/// <param name="Fields">The value field by field.</param>
/// <param name="Problems">What is wrong with it, e.g. a checksum and the right one.</param>
internal sealed record TrafficEntry(
    double Seconds,
    string Direction,
    string Operation,
    string Attribute,
    string Hex,
    string Summary,
    IReadOnlyList<FrameField> Fields,
    IReadOnlyList<string> Problems);
