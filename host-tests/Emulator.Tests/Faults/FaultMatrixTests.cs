using IqosDevice.Emulator.Faults;
using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Emulator.Tests.Faults;

/// <summary>
/// A part of the fault matrix that is quick enough for every change: rows of every kind on the nominal plant. The whole of
/// it is <c>iqos-emulator faults</c>.
/// </summary>
public sealed class FaultMatrixTests
{
    private const ulong Seed = 1;
    private const int LastRow = 56;

    private static readonly int[] QuickRows = [1, 2, 4, 6, 11, 19, 20, 28, 36];

    private static readonly ExpectationTable Expectations = ExpectationTable.Load();

    public static IEnumerable<TheoryDataRow<int, string>> QuickTrials => FaultTrials.All
        .Where(trial => QuickRows.Contains(trial.Row))
        .Select(trial => new TheoryDataRow<int, string>(trial.Row, trial.Name));

    [Theory]
    [MemberData(nameof(QuickTrials))]
    public void The_nominal_plant_behaves_as_the_expectation_table_says(int row, string fault)
    {
        FaultTrial trial = Find(row, fault);
        foreach (MatrixPhase phase in Enum.GetValues<MatrixPhase>())
        {
            MatrixCell cell = FaultMatrix.Play(trial, phase, MatrixPlant.Nominal, Seed, Expectations);

            cell.Found.ShouldBe(cell.Expected, $"row {row}, {fault}, {phase}");
        }
    }

    [Fact]
    public void The_expectation_table_has_every_cell()
    {
        foreach ((FaultTrial trial, MatrixPhase phase, MatrixPlant plant) in FaultMatrix.CellsOf(FaultTrials.All))
        {
            Expectations.Find(trial, phase, plant).ShouldNotBeNullOrEmpty($"row {trial.Row}, {trial.Name}, {phase}, {plant}");
        }
    }

    [Fact]
    public void Every_row_of_the_checklist_is_put_to_the_proof_or_says_why_not()
    {
        for (int row = 1; row <= LastRow; row++)
        {
            bool proven = FaultTrials.All.Any(trial => trial.Row == row);
            proven.ShouldNotBe(FaultTrials.NotProven.ContainsKey(row), $"row {row}");
        }
    }

    /// <summary>A mutant that survives without a reason, or a reason for one that does not, is a trial that nobody has thought through.</summary>
    [Fact]
    public void Every_mutant_that_survives_is_explained_and_nothing_else_is()
    {
        IReadOnlyList<MutantSurvivors> survivors = MutantSurvivors.Of(Expectations);

        survivors.Where(found => found.Because.Length == 0).Select(found => $"row {found.Row}, {found.Fault}, {found.Where}").ShouldBeEmpty();
        FaultTrials.All.Where(trial => trial.SurvivesBecause is not null).Select(trial => (trial.Row, trial.Name))
            .ShouldBe(survivors.Select(found => (found.Row, found.Fault)));
    }

    [Fact]
    public void The_expectation_table_has_no_cell_that_no_trial_plays()
    {
        Expectations.Count.ShouldBe(FaultMatrix.CellsOf(FaultTrials.All).Count);
    }

    [Fact]
    public void Every_trial_names_faults_of_the_catalogue_with_amounts_that_they_take()
    {
        foreach (string fault in FaultTrials.All.SelectMany(trial => trial.Faults))
        {
            string[] parts = fault.Split('=');
            Should.NotThrow(() => FaultCatalogue.Find(parts[0]).Create(parts.Length > 1 ? double.Parse(parts[1]) : null), fault);
        }
    }

    [Fact]
    public void A_cell_is_the_same_however_often_it_is_played()
    {
        FaultTrial trial = Find(4, "second-sensor.garbage");

        MatrixCell first = FaultMatrix.Play(trial, MatrixPhase.Puff, MatrixPlant.Smallest, Seed, Expectations);
        MatrixCell second = FaultMatrix.Play(trial, MatrixPhase.Puff, MatrixPlant.Smallest, Seed, Expectations);

        second.ShouldBeEquivalentTo(first);
    }

    [Fact]
    public void A_stall_at_full_power_without_the_dead_man_is_left_to_the_comparator()
    {
        FaultTrial trial = Find(28, "firmware-stall-full-power");

        MatrixCell cell = FaultMatrix.Play(trial, MatrixPhase.Hold, MatrixPlant.Smallest, Seed, Expectations);

        cell.CaughtBy.ShouldBe("dead-man");
        cell.LatencyMilliseconds.ShouldNotBeNull().ShouldBeInRange(180, 240);
        cell.PeakCelsius.ShouldBeLessThan(420);
        cell.MutantCaughtBy.ShouldBe("comparator");
    }

    [Fact]
    public void A_limit_that_is_exceeded_is_uncaught_whoever_notices_later()
    {
        FaultTrial trial = Find(28, "firmware-stall-full-power") with { LimitCelsius = 345 };

        MatrixCell cell = FaultMatrix.Play(trial, MatrixPhase.Hold, MatrixPlant.Smallest, Seed, Expectations);

        cell.Breach.ShouldBe("heater above 345 °C");
        cell.Uncaught.ShouldBeTrue();
        cell.Pass.ShouldBeFalse();
    }

    [Fact]
    public void A_fault_that_nobody_notices_is_uncaught_where_somebody_must()
    {
        var trial = new FaultTrial { Row = 53, Faults = ["radio.ok"], MustNotice = [MatrixPhase.Charging] };

        FaultMatrix.Play(trial, MatrixPhase.Charging, MatrixPlant.Nominal, Seed, Expectations).Uncaught.ShouldBeTrue();
        FaultMatrix.Play(trial, MatrixPhase.HeatUp, MatrixPlant.Nominal, Seed, Expectations).Uncaught.ShouldBeFalse();
    }

    [Fact]
    public void A_table_that_is_written_reads_the_same()
    {
        FaultTrial trial = Find(2, "second-sensor-short");
        MatrixCell[] cells = [.. Enum.GetValues<MatrixPlant>()
            .Select(plant => FaultMatrix.Play(trial, MatrixPhase.HeatUp, plant, Seed, Expectations))];

        ExpectationTable read = ExpectationTable.Parse(ExpectationTable.Write(cells));

        cells.ShouldAllBe(cell => read.Find(trial, MatrixPhase.HeatUp, cell.Plant) == cell.Found);
    }

    [Theory]
    [InlineData("2;second-sensor-short;HeatUp;row 2;row 2")]
    [InlineData("2;second-sensor-short;Lunch;row 2;row 2;row 2")]
    [InlineData("two;second-sensor-short;HeatUp;row 2;row 2;row 2")]
    public void A_line_that_is_no_cell_is_refused_with_its_number(string line)
    {
        Should.Throw<InvalidDataException>(() => ExpectationTable.Parse("# a\n" + line)).Message.ShouldContain("Line 2");
    }

    private static FaultTrial Find(int row, string fault) =>
        FaultTrials.All.Single(trial => trial.Row == row && trial.Name == fault);
}
