using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

/// <summary>Every command on every model: an answer where the model has it, silence and a named reason where not.</summary>
public sealed class ScpServerModelTests
{
    private static readonly HolderModelId[] Models = Enum.GetValues<HolderModelId>();

    private static readonly HolderModelId[] TwoPiece =
        [HolderModelId.Iluma, HolderModelId.IlumaPrime, HolderModelId.IlumaI, HolderModelId.IlumaIPrime];

    private static readonly HolderModelId[] Gesture = [.. Models.Where(model => model != HolderModelId.IlumaOne)];

    private static readonly HolderModelId[] SeriesI =
        [HolderModelId.IlumaI, HolderModelId.IlumaIPrime, HolderModelId.IlumaIOne];

    private static readonly HolderModelId[] SeriesITwoPiece = [HolderModelId.IlumaI, HolderModelId.IlumaIPrime];

    // Requests without their checksum, and the models that answer them.
    private static readonly (string Request, HolderModelId[] Answering)[] Commands =
    [
        ("00C00000", Models), ("00C90000", Models), ("00C00003", Models), ("00C90003", Models), ("00C00021", Models),
        ("00C910020101", Models), ("00C910020004", Models), ("00C010020004", Models), ("00C910020002", Models),
        ("00C00223", Models), ("00C046231E000000", Models), ("00C944241E000000", Models),
        ("00C90023", Models), ("00C9442310001111", Models),
        ("00C045220" + "11E0000", Models), ("00C04522001E0000", Models),
        ("00C9440402FF0000", Models), ("00C9440400000000", Models), ("00C90004", Models), ("00C00100", Models),
        ("00C9070404000000", TwoPiece), ("00C9070405000000", TwoPiece), ("00C9470400FFFF00", TwoPiece),
        ("00C94F04640400FFFFFF09" + "0000000000000000000000000000000000", TwoPiece),
        ("00C9472404010000", Gesture), ("00C9072404000000", Gesture), ("00C9440500FFFF00", Gesture),
        ("00C9040505010000", Gesture), ("00C948053C050100000100FFFFFFFFFFFF00", Gesture),
        ("00C9072401000000", SeriesI), ("00C9472401010000", SeriesI),
        ("00C9072402000000", SeriesITwoPiece), ("00C9472402010000", SeriesITwoPiece),
        ("00C90025", SeriesITwoPiece), ("00C9442501000000", SeriesITwoPiece),
        ("00D2052203000000", SeriesITwoPiece), ("00D2452203010000", SeriesITwoPiece),
    ];

    public static TheoryData<HolderModelId, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<HolderModelId, string, bool>();
            foreach ((string request, HolderModelId[] answering) in Commands)
            {
                foreach (HolderModelId model in Models)
                {
                    cases.Add(model, request, answering.Contains(model));
                }
            }

            return cases;
        }
    }

    public static TheoryData<HolderModelId> AllModels => new(Models);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_model_answers_what_it_has_and_names_what_it_has_not(HolderModelId model, string request, bool answers)
    {
        var bench = new ScpBench(model);

        string reply = bench.AskSealed(request);

        if (answers)
        {
            ShouldBeReplyTo(Hex.Bytes(request), Hex.Bytes(reply));
            bench.Diagnostics.Lines.ShouldBeEmpty();
            return;
        }

        reply.ShouldBeEmpty();
        bench.Settings.Dirty.ShouldBeFalse();
        byte[] frame = Hex.Bytes(request);
        bench.Diagnostics.Lines.ShouldBe(
            [$"SCP dropped: not supported by {new HolderModel(model).Name} ({ScpCommandNames.Describe(frame, frame.Length)})"]);
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public void Commands_of_one_piece_are_not_answered_by_the_other_unless_they_are_the_same_piece(HolderModelId model)
    {
        bool isOnePiece = !new HolderModel(model).HasSeparateHolder;
        foreach (string request in new[] { "00C90100", "00C90223", "00C9462364000000", "00C94522011E0000", "00C00004",
            "00C00023", "00C0442464000000", "00C010020101" })
        {
            var bench = new ScpBench(model);

            bool isAnswered = bench.AskSealed(request).Length > 0;

            isAnswered.ShouldBe(isOnePiece, request);
            bench.Diagnostics.Lines.Count.ShouldBe(isOnePiece ? 0 : 1);
            bench.Diagnostics.Lines.ShouldAllBe(line => line.StartsWith("SCP dropped: not at address C", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(HolderModelId.IlumaOne)]
    [InlineData(HolderModelId.IlumaIOne)]
    public void A_one_piece_model_is_one_device_under_both_addresses(HolderModelId model)
    {
        var bench = new ScpBench(model);

        bench.Ask("00C9000000").ShouldBe(ScpBench.Sealed("0008880010008705" + "0021A0C0011401010606"));
        bench.Ask("00C0000309")[8..36].ShouldBe(bench.Ask("00C9000309")[8..36]);
        bench.Ask("00C00021E7")[8..36].ShouldBe(bench.Ask("00C90021E7")[8..36]);
        bench.AskSealed("00C944241E000000");
        bench.Ask("00C00223C3").ShouldBe(ScpBench.Sealed("00C086231E000000"));
        bench.AskSealed("00C0462350000000");
        bench.Settings.BrightnessPercent.ShouldBe(80);
        bench.Settings.ChargerBrightnessPercent.ShouldBe(80);
    }

    private static void ShouldBeReplyTo(byte[] request, byte[] reply)
    {
        ScpFrame.TotalBytes(reply, reply.Length).ShouldBe(reply.Length);
        ScpFrame.ReadChecksum(reply).ShouldBe(ScpFrame.ComputeChecksum(reply));
        reply[ScpFrame.SequenceOffset].ShouldBe((byte)0);
        reply[ScpFrame.AddressOffset].ShouldBe(ScpFrame.ReplyAddress(request[ScpFrame.AddressOffset]));
        int control = reply[ScpFrame.ControlOffset];
        (control & (ScpFrame.ControlReply | ScpFrame.ControlWrite)).ShouldBe(ScpFrame.ControlReply);
        (control & 0x13).ShouldBe(request[ScpFrame.ControlOffset] & 0x13);
        if (!ScpFrame.IsLong(control))
        {
            reply[ScpFrame.RegisterOffset].ShouldBe(request[ScpFrame.RegisterOffset]);
        }
    }
}
