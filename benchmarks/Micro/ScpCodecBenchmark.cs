using BenchmarkDotNet.Attributes;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>Checks a frame and seals one: what each SCP message costs the firmware besides its command.</summary>
public class ScpCodecBenchmark
{
    private readonly byte[] shortFrame = [0x00, 0xC9, 0x44, 0x04, 0x02, 0xFF, 0x00, 0x00, 0x5A];
    private readonly byte[] longFrame = new byte[ScpFrame.PayloadOffset + 32 + 2];

    public ScpCodecBenchmark()
    {
        longFrame[ScpFrame.AddressOffset] = ScpFrame.AddressHolder;
        longFrame[ScpFrame.ControlOffset] = ScpFrame.ControlLong;
        longFrame[ScpFrame.RegisterOffset] = 32;
        ScpFrame.Seal(longFrame);
    }

    [Benchmark]
    public bool CheckShortFrame() => IsSound(shortFrame);

    [Benchmark]
    public bool CheckLongFrame() => IsSound(longFrame);

    [Benchmark]
    public int SealShortFrame() => ScpFrame.Seal(shortFrame);

    [Benchmark]
    public int SealLongFrame() => ScpFrame.Seal(longFrame);

    private static bool IsSound(byte[] frame) =>
        ScpFrame.TotalBytes(frame, frame.Length) == frame.Length && ScpFrame.ReadChecksum(frame) == ScpFrame.ComputeChecksum(frame);
}
