using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Emulator.Tests.Faults;

/// <summary>
/// Every kind of fault on every channel, in every phase, on the smallest unit, which is the hottest: whoever notices or
/// not, no limit is exceeded. All three units are <c>iqos-emulator faults --sweep</c>.
/// </summary>
public sealed class FaultSweepTests
{
    private const ulong Seed = 1;
    private const int KindsOfAChannel = 7;

    public static TheoryData<string> Channels => [.. FaultTrials.Sweep.Select(ChannelOf).Distinct()];

    [Fact]
    public void The_sweep_has_every_kind_on_every_channel()
    {
        string[] channels =
        [
            "heater-temperature", "second-sensor", "heater-current", "heater-voltage", "cell-voltage", "cell-current",
            "cell-temperature", "board-temperature", "adc-reference", "gate", "clock", "storage", "radio",
        ];
        FaultTrials.Sweep.GroupBy(ChannelOf).Select(channel => (channel.Key, channel.Count()))
            .ShouldBe(channels.Select(channel => (channel, KindsOfAChannel)), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void No_fault_of_a_channel_exceeds_a_limit(string channel)
    {
        foreach (FaultTrial trial in FaultTrials.Sweep.Where(trial => ChannelOf(trial) == channel))
        {
            foreach (MatrixPhase phase in Enum.GetValues<MatrixPhase>())
            {
                MatrixCell cell = FaultMatrix.Play(trial, phase, MatrixPlant.Smallest, Seed, ExpectationTable.Parse(string.Empty));

                cell.Breach.ShouldBeNull($"{trial.Name}, {phase}");
                cell.PeakCelsius.ShouldBeLessThan(trial.LimitCelsius);
                cell.Pass.ShouldBeTrue();
            }
        }
    }

    private static string ChannelOf(FaultTrial trial) => trial.Name.Split('.')[0];
}
