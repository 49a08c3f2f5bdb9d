using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Tests.Running;

/// <summary>Requests captured from clients, sent to a running holder through a real socket.</summary>
public sealed class CapturedRequestTests : IAsyncLifetime
{
    private const string ScpControlPoint = "e16c6e20-b041-11e4-a4c3-0002a5d5c51b";
    private const string BatteryInformation = "f8a54120-b041-11e4-9be7-0002a5d5c51b";
    private const string ProbeRequest = "00C0000000";
    private const string ProbeReply = "00C08800100087050021A0C00114010106063F";

    private readonly TemporaryFolder state = new();
    private RunningEmulator? emulator;
    private PipeClient? central;

    public async ValueTask InitializeAsync()
    {
        emulator = await RunningEmulator.StartAsync(state, "--speed", "20");
        central = await PipeClient.ConnectAsync(state.File("holder.sock"));
    }

    public async ValueTask DisposeAsync()
    {
        await central!.DisposeAsync();
        await emulator!.DisposeAsync();
        state.Dispose();
    }

    [Theory(Timeout = RunningEmulator.TimeoutMs)]
    [InlineData("00C0000000", "00C08800100087050021A0C00114010106063F")]
    [InlineData("00C00000000000", "00C08800100087050021A0C00114010106063F")]
    [InlineData("00C00223C3", "00C0862364000000..")]
    [InlineData("00C90023E9", "0008842310001111..")]
    [InlineData("00C907040400000008", "00088B040400000000000000000000000000..")]
    [InlineData("00C04522011E0000C3", "00C08522011E0000..")]
    [InlineData("00C04522001E0000D5", "00C08522001E0000..")]
    [InlineData("00C9440402FF00005A", "0008840402FF0000..")]
    [InlineData("00C94404000000005D", "0008840400000000..")]
    [InlineData("00C900041C", "0008840400000000..")]
    [InlineData("00C907240100000022", "0008872401000000..")]
    [InlineData("00C94724010100003F", "0008872401010000A5")]
    [InlineData("00C947240100000054", "0008872401000000..")]
    [InlineData("00C907240200000018", "0008872402000000..")]
    [InlineData("00C947240201000005", "0008872402010000..")]
    [InlineData("00C94724020000006E", "0008872402000000..")]
    [InlineData("00C947240401000071", "0008872404010000..")]
    [InlineData("00C94724040000001A", "0008872404000000..")]
    [InlineData("00C90724040000006C", "0008872404000000..")]
    [InlineData("00C90405050100006C", "0008840505000000..")]
    [InlineData("00C9440500FFFF00C3", "0008840500FFFF00..")]
    [InlineData("00C90025FB", "0008842500000000..")]
    [InlineData("00C94425000000005B", "0008842500000000..")]
    [InlineData("00C94425010000004D", "0008842501000000..")]
    [InlineData("00D205220300000017", "0090852203000000..")]
    [InlineData("00D24522030100000A", "0090852203010000..")]
    [InlineData("00D245220300000061", "0090852203000000..")]
    [InlineData("00C910020002B9A5", "00089006000200000000....")]
    public async Task A_captured_request_gets_its_answer(string request, string expected)
    {
        string reply = await AskAsync(central!, request);

        reply.Length.ShouldBe(expected.Length);
        reply.ShouldStartWith(expected.TrimEnd('.'));
        Explain(reply).Problems.ShouldBeEmpty();
    }

    [Theory(Timeout = RunningEmulator.TimeoutMs)]
    [InlineData("00C0000309", "Product number reply", "from the charger")]
    [InlineData("00C9000309", "Product number reply", "from the holder")]
    [InlineData("00C00021E7", "Battery gauge reply", "from the charger")]
    [InlineData("00C91002010175D6", "Telemetry reply", "total uses")]
    [InlineData("00C01002000438EF", "Clock reply", "2010-01-01")]
    [InlineData("00C0010015", "Lock status reply", "from the charger")]
    public async Task A_request_for_something_that_varies_gets_the_right_answer(string request, string summary, string fact)
    {
        FrameExplanation reply = Explain(await AskAsync(central!, request));

        reply.Problems.ShouldBeEmpty();
        reply.Summary.ShouldBe(summary);
        reply.Fields.ShouldContain(field => field.Meaning.Contains(fact, StringComparison.Ordinal));
    }

    [Theory(Timeout = RunningEmulator.TimeoutMs)]
    [InlineData("00C00100F6", "CRC8 F6, expected 15")]
    [InlineData("00C94724040100003C", "CRC8 3C, expected 71")]
    [InlineData("00D24522030000000A", "CRC8 0A, expected 61")]
    public async Task A_wrong_checksum_gets_silence_and_a_reason_in_the_log(string request, string reason)
    {
        ushort point = await SubscribeAsync(central!);
        await central!.WriteAsync(point, HexText.Parse(request));

        // Replies come in order: had there been one, it would come before this one.
        await central.WriteAsync(point, HexText.Parse(ProbeRequest));
        Convert.ToHexString((await central.NextNotificationAsync()).Value).ShouldBe(ProbeReply);
        (await emulator!.WaitForLineAsync(reason)).ShouldNotBeNull();
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task The_battery_record_of_a_holder_out_of_its_charger_has_six_bytes()
    {
        byte[] record = await central!.ReadAsync(await central.FindAsync(BatteryInformation));

        record.Length.ShouldBe(6);
        record[0].ShouldBe((byte)0x07);
        record[2].ShouldBeInRange((byte)1, (byte)100);
    }

    /// <summary>Sends a request to the control point and takes the answer, both in hex.</summary>
    internal static async Task<string> AskAsync(PipeClient central, string request)
    {
        await central.WriteAsync(await SubscribeAsync(central), HexText.Parse(request));
        return Convert.ToHexString((await central.NextNotificationAsync()).Value);
    }

    private static async Task<ushort> SubscribeAsync(PipeClient central)
    {
        ushort point = await central.FindAsync(ScpControlPoint);
        await central.SubscribeAsync(point);
        return point;
    }

    private static FrameExplanation Explain(string hex) =>
        FrameDecoder.Explain([new CapturedFrame("reply", FrameKind.Scp, HexText.Parse(hex))]).ShouldHaveSingleItem();
}
