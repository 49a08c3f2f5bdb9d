using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class HolderStatusRecordTests
{
    private readonly HolderStatus status = new();
    private readonly byte[] buffer = new byte[HolderStatusRecord.Bytes];

    [Fact]
    public void A_session_is_laid_out_as_documented()
    {
        status.State = HolderState.Session;
        status.StickPresent = true;
        status.HeaterDeciCelsius = 3351;
        status.SetpointDeciCelsius = 3350;
        status.SecondsLeft = 300;
        status.PuffsLeft = 11;

        HolderStatusRecord.Write(status, 81, 1, buffer).ShouldBe(13);

        Hex.Text(buffer).ShouldBe("01060002170D160D2C010B5101");
    }

    [Fact]
    public void Each_flag_has_its_bit()
    {
        Flags(s => s.Docked = true).ShouldBe(1);
        Flags(s => s.StickPresent = true).ShouldBe(2);
        Flags(s => s.Locked = true).ShouldBe(4);
        Flags(s => s.State = HolderState.Paused).ShouldBe(8);
        Flags(s => s.State = HolderState.EndWarning).ShouldBe(16);
        Flags(s => s.Puffing = true).ShouldBe(32);
    }

    [Fact]
    public void What_does_not_fit_becomes_the_nearest_value_that_does()
    {
        status.FaultRow = 300;
        status.HeaterDeciCelsius = 99999;
        status.SetpointDeciCelsius = -99999;
        status.SecondsLeft = -1;
        status.PuffsLeft = 256;

        HolderStatusRecord.Write(status, 101, -1, buffer);

        Hex.Text(buffer).ShouldBe("0100FF00FF7F00800000FF6400");
    }

    private static int Flags(Action<HolderStatus> set)
    {
        var flagged = new HolderStatus();
        set(flagged);
        return HolderStatusRecord.FlagsOf(flagged);
    }
}
