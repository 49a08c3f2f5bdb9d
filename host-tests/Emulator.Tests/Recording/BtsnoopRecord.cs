using IqosDevice.Emulator.Recording;

namespace IqosDevice.Emulator.Tests.Recording;

/// <summary>A record: virtual time in µs, flags, and the packet in hex.</summary>
internal readonly record struct BtsnoopRecord(long AtUs, BtsnoopFlags Flags, string Packet);
