using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Holder.Tracing;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Tests.Holder;

public sealed class SessionRunTests
{
    [Theory]
    [InlineData("hci", "Time", 12)]
    [InlineData("worst", "Puffs", 14)]
    [InlineData("none", "Time", 0)]
    public void A_nominal_session_is_ready_in_time_stays_below_350_degrees_and_ends_as_it_should(
        string puffs, string endReason, int count)
    {
        SessionReport report = Run(new HolderOptions(), puffs);

        report.Faults.ShouldBeEmpty();
        report.ReadyAtSeconds.ShouldNotBeNull().ShouldBeInRange(18, 25);
        report.PeakCelsius.ShouldBeInRange(340, 350);
        report.EndReason.ShouldBe(endReason);
        report.Puffs.ShouldBe(count);
        report.HoldErrorP95Celsius.ShouldBeLessThan(2);
        report.EnergyJoules.ShouldBeInRange(500, 1300);
        report.ChargeAfterPercent.ShouldBeLessThan(report.ChargeBeforePercent - 15);
    }

    /// <summary>A start that comes to nothing was proven all the same: a fifth of a second at 2 % duty.</summary>
    private const double ProofJoules = 0.1;

    [Fact]
    public void Every_model_plays_every_profile_from_0_to_40_degrees_without_a_fault()
    {
        double[] ambients = [0, 25, 40];
        for (int i = 0; i < HolderModels.All.Count * PuffProfile.Names.Count; i++)
        {
            string model = HolderModels.All[i % HolderModels.All.Count].Name;
            string puffs = PuffProfile.Names[i / HolderModels.All.Count];
            foreach (double ambient in ambients)
            {
                string which = $"{model}, {puffs}, {ambient} °C";
                var options = new HolderOptions { Model = model, Seed = (ulong)i + 1, AmbientCelsius = ambient };

                SessionReport report = Run(options, puffs);

                report.Faults.ShouldBeEmpty(which);
                report.ReadyAtSeconds.ShouldNotBeNull(which).ShouldBeInRange(18, 25, which);
                report.PeakCelsius.ShouldBeInRange(340, 350, which);
            }
        }
    }

    [Fact]
    public void The_same_session_twice_gives_the_same_report_and_another_seed_another_trace()
    {
        SessionReport first = Run(new HolderOptions { Seed = 5 }, "worst");

        Run(new HolderOptions { Seed = 5 }, "worst").TraceHash.ShouldBe(first.TraceHash);
        Run(new HolderOptions { Seed = 6 }, "worst").TraceHash.ShouldNotBe(first.TraceHash);
    }

    [Fact]
    public void Recording_a_session_does_not_change_it()
    {
        var samples = new List<TraceSample>();
        SessionReport recorded = Run(new HolderOptions { Seed = 5 }, "worst", samples.Add);

        recorded.TraceHash.ShouldBe(Run(new HolderOptions { Seed = 5 }, "worst").TraceHash);
        ((double)samples.Count).ShouldBe(recorded.VirtualSeconds * 10, 2);
        samples.ShouldContain(sample => sample.State == HolderState.EndWarning);
        samples.Max(sample => sample.HeaterCelsius).ShouldBe(recorded.PeakCelsius, 1);
    }

    [Fact]
    public void A_start_in_the_heat_is_refused_and_reported_as_a_fault()
    {
        SessionReport report = Run(new HolderOptions { AmbientCelsius = 48 }, "none");

        report.ReadyAtSeconds.ShouldBeNull();
        report.EndReason.ShouldBe("Fault");
        report.Faults.ShouldContain("start refused: AmbientHot");
        report.EnergyJoules.ShouldBeLessThan(ProofJoules);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void A_session_runs_at_the_edges_of_the_range(double ambientCelsius)
    {
        SessionReport report = Run(new HolderOptions { AmbientCelsius = ambientCelsius }, "none");

        report.Faults.ShouldBeEmpty();
        report.EndReason.ShouldBe("Time");
    }

    [Fact]
    public void A_start_with_an_empty_cell_is_refused_for_want_of_charge()
    {
        var options = new HolderOptions { Plant = new PlantParameters { InitialStateOfCharge = 0.06 } };

        SessionReport report = Run(options, "none");

        report.EndReason.ShouldBe("Battery", string.Join(", ", report.Faults));
        report.EnergyJoules.ShouldBeLessThan(ProofJoules);
    }

    [Fact]
    public void A_cell_that_gives_out_on_the_way_ends_the_session_for_want_of_charge()
    {
        // The gauge takes it for a cell of the rated capacity.
        var options = new HolderOptions
        {
            Plant = new PlantParameters { InitialStateOfCharge = 0.5, CellAmpereHours = 0.10 },
        };

        SessionReport report = Run(options, "none");

        report.ReadyAtSeconds.ShouldNotBeNull();
        report.EndReason.ShouldBe("Battery", string.Join(", ", report.Faults));
        report.Faults.ShouldBeEmpty();
    }

    private static SessionReport Run(HolderOptions options, string puffs, Action<TraceSample>? onSample = null) =>
        SessionRun.Execute(options, PuffProfile.ByName(puffs, options.Seed), onSample);
}
