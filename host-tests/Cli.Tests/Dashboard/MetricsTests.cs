using System.Globalization;

namespace IqosDevice.Cli.Tests.Dashboard;

public sealed class MetricsTests
{
    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task Every_figure_is_a_number_with_a_help_and_a_type()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        await rig.PostAsync("/api/advance", """{"seconds":12}""");

        string[] lines = (await rig.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var figures = lines.Where(line => line[0] != '#').Select(line => line.Split(' ')).ToList();
        figures.Select(figure => figure[0]).ShouldBeUnique();
        foreach (string[] figure in figures)
        {
            double.TryParse(figure[1], CultureInfo.InvariantCulture, out _).ShouldBeTrue(figure[0]);
            string name = figure[0].Split('{')[0];
            lines.Count(line => line.StartsWith($"# HELP {name} ", StringComparison.Ordinal)).ShouldBe(1, name);
            lines.Count(line => line.StartsWith($"# TYPE {name} ", StringComparison.Ordinal)).ShouldBe(1, name);
        }

        ValueOf("iqos_virtual_seconds_total").ShouldBeGreaterThanOrEqualTo(12);
        ValueOf("iqos_speed_ratio").ShouldBe(0, "time stands still");
        ValueOf("iqos_queue_events").ShouldBeGreaterThan(0);
        ValueOf("iqos_client_connected").ShouldBe(0);
        ValueOf("iqos_fault_row").ShouldBe(0);

        double ValueOf(string name) => double.Parse(figures.Single(figure => figure[0] == name)[1], CultureInfo.InvariantCulture);
    }
}
