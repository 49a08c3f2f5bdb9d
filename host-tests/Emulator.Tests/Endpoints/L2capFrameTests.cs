using System.Buffers;
using IqosDevice.Emulator.Endpoints;
using IqosDevice.Emulator.Endpoints.Pipe;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class L2capFrameTests
{
    private static readonly byte[] TwoFrames = [.. AttTestClient.Frame("0A0300"), .. AttTestClient.Frame("", 5), .. AttTestClient.Frame("1E")];

    [Fact]
    public void A_frame_has_length_and_channel_before_its_payload() =>
        AttTestClient.Frame("0A0300").ShouldBe(new byte[] { 0x03, 0x00, 0x04, 0x00, 0x0A, 0x03, 0x00 });

    [Fact]
    public void Frames_are_the_same_wherever_the_stream_is_split()
    {
        for (int split = 0; split <= TwoFrames.Length; split++)
        {
            ReadOnlySequence<byte> input = Segment.Join(TwoFrames[..split], TwoFrames[split..]);
            var frames = new List<string>();
            while (L2capFrame.TryRead(ref input, out L2capFrame frame))
            {
                frames.Add($"{frame.ChannelId}:{Convert.ToHexString(frame.Payload.ToArray())}");
            }

            frames.ShouldBe(["4:0A0300", "5:", "4:1E"], $"split at {split}");
            input.IsEmpty.ShouldBeTrue();
        }
    }

    [Fact]
    public void An_unfinished_frame_leaves_the_input_untouched()
    {
        for (int length = 0; length < 7; length++)
        {
            var input = new ReadOnlySequence<byte>(TwoFrames[..length]);

            L2capFrame.TryRead(ref input, out _).ShouldBeFalse();

            input.Length.ShouldBe(length);
        }
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    [InlineData(65535, true)]
    public void A_frame_that_tells_too_much_is_refused_before_it_has_come(int payloadBytes, bool isRefused)
    {
        byte[] header = new byte[L2capFrame.HeaderBytes];
        L2capFrame.WriteHeader(header, L2capFrame.AttChannelId, payloadBytes);
        var input = new ReadOnlySequence<byte>(header);

        if (isRefused)
        {
            Should.Throw<ProtocolException>(() => L2capFrame.TryRead(ref input, out _)).OffsetBytes.ShouldBe(0);
        }
        else
        {
            L2capFrame.TryRead(ref input, out _).ShouldBeFalse();
        }
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Join(byte[] first, byte[] second)
        {
            var start = new Segment { Memory = first };
            var end = new Segment { Memory = second, RunningIndex = first.Length };
            start.Next = end;
            return new ReadOnlySequence<byte>(start, 0, end, second.Length);
        }
    }
}
