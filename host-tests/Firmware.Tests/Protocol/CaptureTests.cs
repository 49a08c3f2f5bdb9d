using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class CaptureTests
{
    public static TheoryData<string, CaptureChecksum, string> Frames => Captures.Frames;

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_captured_frame_has_the_announced_length_checksum_and_meaning(string hex, CaptureChecksum checksum, string meaning)
    {
        byte[] frame = Hex.Bytes(hex);

        ScpCommandNames.Describe(frame, frame.Length).ShouldBe(meaning);
        ScpFrame.IsLong(frame[ScpFrame.ControlOffset]).ShouldBe(checksum == CaptureChecksum.Crc16);
        ScpFrame.IsPaddedVersionRequest(frame, frame.Length).ShouldBe(checksum == CaptureChecksum.Padded);
        (ScpFrame.TotalBytes(frame, frame.Length) == frame.Length).ShouldBe(checksum != CaptureChecksum.Padded);
        (ScpFrame.ReadChecksum(frame) == ScpFrame.ComputeChecksum(frame)).ShouldBe(checksum != CaptureChecksum.Bad);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Sealing_a_captured_frame_gives_the_right_frame_again(string hex, CaptureChecksum checksum, string meaning)
    {
        byte[] frame = Hex.Bytes(hex);
        byte[] again = new byte[frame.Length];
        frame.AsSpan(0, ScpFrame.PayloadOffset + ScpFrame.PayloadBytes(frame)).CopyTo(again);

        int length = ScpFrame.Seal(again);

        bool isSame = again.AsSpan(0, length).SequenceEqual(frame.AsSpan(0, length));
        isSame.ShouldBe(checksum != CaptureChecksum.Bad, meaning);
    }

    [Fact]
    public void Every_row_of_the_shared_captures_is_restated_here_with_the_same_verdict()
    {
        string[] rows = SharedCaptures();
        Assert.SkipWhen(rows.Length == 0, "captures.csv is not beside the repository");
        var restated = Captures.Frames.ToDictionary(row => row.Data.Item1, row => row.Data.Item2);

        foreach (string row in rows)
        {
            string[] fields = row.Split(',');
            if (fields[2] != "scp")
            {
                continue;
            }

            restated.ShouldContainKey(fields[3], fields[0]);
            fields[4].ShouldBe(restated[fields[3]].ToString().ToLowerInvariant(), fields[0]);
        }
    }

    private static string[] SharedCaptures()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IqosDevice.sln")))
            {
                string path = Path.Combine(folder.FullName, "..", "shared", "protocol", "captures.csv");
                return File.Exists(path) ? File.ReadAllLines(path)[1..] : [];
            }
        }

        return [];
    }
}
