using System.Net.Sockets;

namespace IqosDevice.Cli.Tests.Running;

public sealed class CaptureTests
{
    private const int FileHeaderBytes = 16;
    private const int RecordHeaderBytes = 24;

    [Fact]
    public async Task A_run_captures_its_client_in_a_file_that_can_be_read_while_it_goes_on()
    {
        using var state = new TemporaryFolder();
        string file = state.File("a.btsnoop");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(file, "an older file, longer than the header of the new one", cancellation);
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state, "--capture", file);
        (await ReadAsync(file)).Length.ShouldBe(FileHeaderBytes);

        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(state.File("holder.sock")), cancellation);
        await client.SendAsync(new byte[] { 0x03, 0x00, 0x04, 0x00, 0x02, 0xF7, 0x00 }, cancellation);
        await client.ReceiveAsync(new byte[16], cancellation);

        byte[] captured = await ReadAsync(file);
        captured.AsSpan(0, FileHeaderBytes).SequenceEqual("btsnoop\0\0\0\0\u0001\0\0"u8.ToArray().Concat(new byte[] { 0x03, 0xEA }).ToArray())
            .ShouldBeTrue();
        Convert.ToHexString(captured).ShouldContain("0240200700" + "03000400" + "02F700");
        Convert.ToHexString(captured).ShouldEndWith("0240000700" + "03000400" + "03F700");
        captured.Length.ShouldBe(FileHeaderBytes + (3 * RecordHeaderBytes) + 22 + 12 + 12);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_before_anything_is_served()
    {
        using var state = new TemporaryFolder();

        CommandLine result = await CommandLine.RunAsync(
            "run", "--state", state.Path, "--capture", state.File("no/such/folder/a.btsnoop"), "--for", "1");

        result.ExitCode.ShouldBe(ExitCode.Unavailable);
        result.Error.ShouldContain("error: cannot write the capture");
        result.Error.ShouldNotContain("Ctrl-C");
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
