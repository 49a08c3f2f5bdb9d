using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Tests.Plant;

public sealed class PuffProfileTests
{
    [Fact]
    public void Hci_is_twelve_puffs_of_55_ml_in_the_six_minutes()
    {
        PuffProfile profile = PuffProfile.ByName("hci", 1);
        profile.Puffs.Count.ShouldBe(12);
        profile.Puffs.ShouldAllBe(puff => puff.Millilitres == 55 && puff.Seconds == 2 && puff.StartSeconds + puff.Seconds <= 360);
        (profile.Puffs[1].StartSeconds - profile.Puffs[0].StartSeconds).ShouldBe(30);
    }

    [Fact]
    public void Worst_is_four_seconds_on_and_eight_off_for_more_than_fourteen_puffs()
    {
        PuffProfile profile = PuffProfile.ByName("worst", 1);
        profile.Puffs.Count.ShouldBeGreaterThanOrEqualTo(18);
        profile.Puffs.ShouldAllBe(puff => puff.Seconds == 4);
        (profile.Puffs[1].StartSeconds - profile.Puffs[0].StartSeconds).ShouldBe(12);
    }

    [Fact]
    public void None_has_no_puff()
    {
        PuffProfile.ByName("none", 1).Puffs.ShouldBeEmpty();
    }

    [Fact]
    public void Natural_is_its_seed_and_stays_in_its_ranges()
    {
        PuffProfile.ByName("natural", 7).Puffs.ShouldBe(PuffProfile.ByName("natural", 7).Puffs);
        PuffProfile.ByName("natural", 7).Puffs.ShouldNotBe(PuffProfile.ByName("natural", 8).Puffs);

        List<double> intervals = [];
        for (ulong seed = 0; seed < 200; seed++)
        {
            IReadOnlyList<Puff> puffs = PuffProfile.ByName("natural", seed).Puffs;
            puffs.ShouldAllBe(puff => puff.Millilitres >= 35 && puff.Millilitres < 70 && puff.Seconds >= 1.2 && puff.Seconds < 3);
            intervals.AddRange(puffs.Zip(puffs.Skip(1), (first, second) => second.StartSeconds - first.StartSeconds));
        }

        intervals.Average().ShouldBe(20, 0.5);
    }

    [Fact]
    public void An_unknown_name_names_the_known_ones()
    {
        Should.Throw<ArgumentException>(() => PuffProfile.ByName("hic", 1)).Message.ShouldContain("hci, worst, natural, none");
    }

    [Fact]
    public void Csv_reads_puffs_with_and_without_a_header()
    {
        PuffProfile with = PuffProfile.FromCsv("mine", "\uFEFFstart,ml,seconds\r\n10, 55, 2\r\n\r\n30.5,40,1.5\r\n");
        PuffProfile without = PuffProfile.FromCsv("mine", "10,55,2\n30.5,40,1.5");
        with.Name.ShouldBe("mine");
        with.Puffs.ShouldBe([new Puff(10, 55, 2), new Puff(30.5, 40, 1.5)]);
        without.Puffs.ShouldBe(with.Puffs);
    }

    [Fact]
    public void Csv_may_have_comments_which_count_as_lines()
    {
        const string text = "# two puffs\r\nstart,ml,seconds\r\n  # the first\r\n10,55,2\r\n";
        PuffProfile.FromCsv("mine", text).Puffs.ShouldBe([new Puff(10, 55, 2)]);
        Should.Throw<FormatException>(() => PuffProfile.FromCsv("mine", text + "20,55")).Message.ShouldStartWith("Line 5,");
    }

    [Theory]
    [InlineData("10,55", "Line 1, column 3")]
    [InlineData("10,55,2,9", "Line 1, column 4")]
    [InlineData("x,y", "Line 1, column 3")]
    [InlineData("start,ml,s\n10,x5,2", "Line 2, column 2 (millilitres): 'x5'")]
    [InlineData("start,ml,s\nstart,ml,s", "Line 2, column 1")]
    [InlineData("10,55,0", "Line 1, column 3 (seconds): 0 is not within")]
    [InlineData("10,NaN,2", "Line 1, column 2")]
    [InlineData("-1,55,2", "Line 1, column 1")]
    [InlineData("10,55,2\n11,55,2", "Line 2, column 1: the puff begins before")]
    public void Wrong_csv_is_named_by_line_and_column(string text, string message)
    {
        Should.Throw<FormatException>(() => PuffProfile.FromCsv("mine", text)).Message.ShouldContain(message);
    }
}
