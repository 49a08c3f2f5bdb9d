using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>Whatever a client writes: no exception, no reply that is not one, no memory beyond a line of the log.</summary>
public sealed class ScpServerRobustnessTests
{
    private const int LogLineBytes = 2048;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_bytes_are_survived_and_answered_only_when_they_are_a_frame(int seed)
    {
        var random = new Random(seed);
        var bench = new ScpBench((HolderModelId)(seed % 6)) { Server = { Lenient = seed == 3 } };
        byte[] reply = new byte[ScpServer.MaxMessageBytes];
        for (int round = 0; round < 20_000; round++)
        {
            byte[] value = RandomWrite(random);
            int lines = bench.Diagnostics.Lines.Count;

            int length = bench.Server.Handle(value, value.Length, 0, reply);

            if (length > 0)
            {
                ScpFrame.TotalBytes(reply, length).ShouldBe(length);
                ScpFrame.ReadChecksum(reply).ShouldBe(ScpFrame.ComputeChecksum(reply));
                value[0].ShouldBe((byte)0);
            }

            // A broken message before it, a checksum that is forgiven, and a refusal: no write gives more.
            (bench.Diagnostics.Lines.Count - lines).ShouldBeLessThanOrEqualTo(3);
        }
    }

    [Fact]
    public void Every_single_bit_error_in_a_short_request_is_met_with_silence()
    {
        foreach (string request in new[] { "00C9440402FF00005A", "00D24522030100000A", "00C900041C", "00C91002010175D6" })
        {
            byte[] frame = Hex.Bytes(request);
            for (int bit = ScpFrame.ControlOffset * 8; bit < frame.Length * 8; bit++)
            {
                byte[] wrong = [.. frame];
                wrong[bit / 8] ^= (byte)(1 << (bit % 8));
                var bench = new ScpBench();

                bench.Ask(Hex.Text(wrong)).ShouldBeEmpty(Hex.Text(wrong));

                bench.Diagnostics.Lines.Count.ShouldBe(1);
                bench.Settings.Dirty.ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData("00C900041C", 0)]
    [InlineData("00C91002010175D6", 0)]
    [InlineData("00C00021E7", 0)]
    [InlineData("00C9440402FF00005A", 0)]
    [InlineData("00D24522030000000A", LogLineBytes)]
    [InlineData("00C9009999", LogLineBytes)]
    [InlineData("C0C9009999", LogLineBytes)]
    public void A_request_allocates_nothing_and_a_refused_one_its_log_line(string request, int allowedBytes)
    {
        var bench = new ScpBench();
        byte[] value = Hex.Bytes(request);
        byte[] reply = new byte[ScpServer.MaxMessageBytes];
        bench.Diagnostics.Lines.EnsureCapacity(8);
        bench.Server.Handle(value, value.Length, 0, reply);

        long before = GC.GetAllocatedBytesForCurrentThread();
        bench.Server.Handle(value, value.Length, 0, reply);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.ShouldBeLessThanOrEqualTo(allowedBytes);
    }

    /// <summary>Noise, a request with a few bytes changed, or a changed request with its checksum put right.</summary>
    private static byte[] RandomWrite(Random random)
    {
        byte[] value = new byte[random.Next(0, 70)];
        random.NextBytes(value);
        int choice = random.Next(4);
        if (choice == 0 || value.Length < 5)
        {
            return value;
        }

        value[0] = (byte)random.Next(0, 3);
        value[1] = choice == 1 ? value[1] : new byte[] { 0xC0, 0xC9, 0xD2 }[random.Next(3)];
        value[2] = new byte[] { 0x00, 0x07, 0x44, 0x47, 0x48, 0x4F, 0x10, 0x45, 0x46, 0x02 }[random.Next(10)];
        value[3] = new byte[] { 0x00, 0x03, 0x04, 0x05, 0x21, 0x22, 0x23, 0x24, 0x25, 0x02 }[random.Next(10)];
        int totalBytes = ScpFrame.TotalBytes(value, value.Length);
        if (choice == 3 && totalBytes <= value.Length)
        {
            value[0] = 0;
            ScpFrame.Seal(value);
            return value[..totalBytes];
        }

        return value;
    }
}
