using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Tests.Battery;

public class CellHistoryTests
{
    [Fact]
    public void Keeps_the_lowest_and_the_highest()
    {
        var history = new CellHistory();
        history.See(3900, -10, 250);
        history.See(3100, -3200, -50);
        history.See(4190, 250, 300);
        (history.LowestMv, history.HighestMv).ShouldBe((3100, 4190));
        (history.LowestMa, history.HighestMa).ShouldBe((-3200, 250));
        (history.LowestDeciCelsius, history.HighestDeciCelsius).ShouldBe((-50, 300));
    }

    [Fact]
    public void Values_beyond_sixteen_bits_are_held_at_their_ends()
    {
        var history = new CellHistory();
        history.See(4000, -95700, 1250);
        history.LowestMa.ShouldBe(-short.MaxValue);
        history.LearnResistance(1100, 1_000_000);
        history.ResistanceCycle.ShouldBe(short.MaxValue);
    }

    [Fact]
    public void A_person_s_sessions_take_the_prior_s_place()
    {
        var history = new CellHistory();
        history.SessionJoules.ShouldBe(CellHistory.UnknownSessionJoules);
        for (int session = 0; session < 12; session++)
        {
            history.LearnSession(820);
        }

        history.SessionJoules.ShouldBeInRange(820, 850);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(299)]
    [InlineData(2001)]
    [InlineData(int.MaxValue)]
    public void A_session_that_cannot_be_teaches_nothing(int joules)
    {
        var history = new CellHistory();
        history.LearnSession(joules);
        history.SessionJoules.ShouldBe(CellHistory.UnknownSessionJoules);
    }

    [Fact]
    public void Survives_storing()
    {
        var before = new CellHistory();
        before.See(3500, -2000, 251);
        before.LearnSession(800);
        before.LearnResistance(1800, 12);
        before.LearnedCapacity(10);
        byte[] bytes = new byte[CellHistory.SizeBytes + 3];
        before.Write(bytes, 3);
        var after = new CellHistory();
        after.Read(bytes, 3).ShouldBeTrue();
        (after.LowestMv, after.LowestMa, after.SessionJoules, after.ResistancePermille, after.CapacityCycle, after.ResistanceCycle)
            .ShouldBe((before.LowestMv, before.LowestMa, before.SessionJoules, before.ResistancePermille, 10, 12));
    }

    [Fact]
    public void Whatever_is_read_is_plausible_or_forgotten()
    {
        var random = new DeterministicRandom(1);
        byte[] bytes = new byte[CellHistory.SizeBytes];
        int refused = 0;
        for (int run = 0; run < 2000; run++)
        {
            var history = new CellHistory();
            history.LearnSession(900);
            history.Write(bytes, 0);
            bytes[random.NextInt32(bytes.Length)] ^= (byte)(1 << random.NextInt32(8));
            bytes[random.NextInt32(bytes.Length)] = (byte)random.NextUInt64();
            refused += history.Read(bytes, 0) ? 0 : 1;
            history.SessionJoules.ShouldBeInRange(300, 2000);
            history.ResistancePermille.ShouldBeInRange(500, 4000);
        }

        refused.ShouldBeInRange(1, 1999);
    }
}
