namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>What is met with silence, and what the log says about it.</summary>
public sealed class ScpServerRefusalTests
{
    private readonly ScpBench bench = new();

    [Theory]
    [InlineData("00D24522030000000A", "SCP dropped: CRC8 0A, expected 61 (Flex puff off)")]
    [InlineData("00C94724040100003C", "SCP dropped: CRC8 3C, expected 71 (Smart gesture on)")]
    [InlineData("00C947240400000057", "SCP dropped: CRC8 57, expected 1A (Smart gesture off)")]
    [InlineData("00C907240400000008", "SCP dropped: CRC8 08, expected 6C (Smart gesture read)")]
    [InlineData("00C00100F6", "SCP dropped: CRC8 F6, expected 15 (Lock status)")]
    [InlineData("00C91002010175D7", "SCP dropped: CRC16 D775, expected D675 (Telemetry)")]
    [InlineData("00C9009900", "SCP dropped: CRC8 00, expected C6 (Unknown command 00 99)")]
    public void A_wrong_checksum_is_named_with_the_right_one(string request, string line) => ShouldRefuse(request, line);

    [Theory]
    [InlineData("00C90099", "SCP dropped: not known (Unknown command 00 99)")]
    [InlineData("00C9472403010000", "SCP dropped: not known (Unknown command 47 24)")]
    [InlineData("00C0452202000000", "SCP dropped: not known (Unknown command 45 22)")]
    [InlineData("00C0052201000000", "SCP dropped: not known (Unknown command 05 22)")]
    [InlineData("00C910020103", "SCP dropped: not known (Unknown command 10 02)")]
    [InlineData("00C910020203", "SCP dropped: not known (Unknown command 10 02)")]
    [InlineData("00C950020101", "SCP dropped: not known (Unknown command 50 02)")]
    [InlineData("00088424" + "64000000", "SCP dropped: not known (Holder LED brightness reply)")]
    [InlineData("00D30000", "SCP dropped: not at address D3 (Firmware version)")]
    [InlineData("00C9452203010000", "SCP dropped: not at address C9 (Flex puff on)")]
    public void What_is_not_known_is_named(string request, string line) => ShouldRefuse(ScpBench.Sealed(request), line);

    [Theory]
    [InlineData("00C9472401020000", "SCP dropped: value out of range (Auto start set)")]
    [InlineData("00C9442502000000", "SCP dropped: value out of range (Flex battery set)")]
    [InlineData("00C9440402000000", "SCP dropped: value out of range (Lock)")]
    [InlineData("00C9440401FF0000", "SCP dropped: value out of range (Lock)")]
    [InlineData("00C9440400FF0000", "SCP dropped: value out of range (Unlock)")]
    [InlineData("00C9070406000000", "SCP dropped: value out of range (Charge-start vibration read)")]
    [InlineData("00C9040504010000", "SCP dropped: value out of range (Smart gesture of older clients read)")]
    [InlineData("00C948053C050100000200FFFFFFFFFFFF00", "SCP dropped: value out of range (Smart gesture of older clients set)")]
    [InlineData("00C94F04640600FFFFFF090000000000000000000000000000000000",
        "SCP dropped: value out of range (Charge-start vibration off)")]
    [InlineData("00C94F04640400FFFFFF010000000000000000000000000000000000",
        "SCP dropped: value out of range (Charge-start vibration set)")]
    public void A_value_that_does_not_exist_is_refused(string request, string line) =>
        ShouldRefuse(ScpBench.Sealed(request), line);

    [Theory]
    [InlineData("00C9", "SCP dropped: length 2, expected 5 at least (incomplete frame)")]
    [InlineData("00C90004", "SCP dropped: length 4, expected 5 (Lock read)")]
    [InlineData("00C900041C00", "SCP dropped: length 6, expected 5 (Lock read)")]
    [InlineData("00C9440402FF00", "SCP dropped: length 7, expected 9 (Lock)")]
    [InlineData("00C0000000000000", "SCP dropped: length 8, expected 5 (Firmware version)")]
    [InlineData("00C91002010175", "SCP dropped: length 7, expected 8 (Telemetry)")]
    [InlineData("00C9100301010075D6", "SCP dropped: length 9, expected 8 (Telemetry)")]
    [InlineData("00C910FF010175D6", "SCP dropped: length 8, expected 261 (Telemetry)")]
    [InlineData("05", "SCP dropped: write of 1 bytes")]
    [InlineData("", "SCP dropped: write of 0 bytes")]
    public void A_wrong_length_is_named_with_the_right_one(string request, string line) => ShouldRefuse(request, line);

    [Fact]
    public void Lenient_serves_a_wrong_checksum_and_still_names_it()
    {
        bench.Server.Lenient = true;
        bench.Settings.FlexPuff = true;

        bench.Ask("00D24522030000000A").ShouldBe(ScpBench.Sealed("0090852203000000"));

        bench.Settings.FlexPuff.ShouldBeFalse();
        bench.Diagnostics.Lines.ShouldBe(["SCP accepted leniently: CRC8 0A, expected 61 (Flex puff off)"]);
    }

    [Fact]
    public void Lenient_forgives_nothing_but_the_checksum()
    {
        bench.Server.Lenient = true;

        bench.Ask("00C9440402FF00").ShouldBeEmpty();
        bench.Ask("00C9009900").ShouldBeEmpty();

        bench.Settings.Locked.ShouldBeFalse();
    }

    [Fact]
    public void A_dropped_link_forgets_the_half_message()
    {
        bench.Ask("01C94F04640400FFFFFF09000000000000000000");
        bench.Server.Reset();

        bench.Ask("00C900041C").ShouldNotBeEmpty();
        bench.Diagnostics.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_request_after_a_lost_fragment_is_served()
    {
        bench.Ask("02C94F04640400FFFFFF09000000000000000000");

        bench.Ask("00C900041C").ShouldNotBeEmpty();

        bench.Diagnostics.Lines.ShouldBe(["SCP dropped: fragment 0, expected 1"]);
    }

    private void ShouldRefuse(string request, string line)
    {
        bench.Ask(request).ShouldBeEmpty();
        bench.Diagnostics.Lines.ShouldBe([line]);
        bench.Settings.Dirty.ShouldBeFalse();
        bench.Log.NextSequence.ShouldBe(0);
    }
}
