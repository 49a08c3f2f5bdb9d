using IqosDevice.Benchmarks.Gauge;
using IqosDevice.Cli.Tests;

namespace IqosDevice.Benchmarks.Tests.Gauge;

public sealed class CellLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("25degC_US06_1Hz.csv", true)]
    [InlineData("n10degC_Cycle_4.csv", true)]
    [InlineData("UDDS_-20DEGC.csv", true)]
    [InlineData("25degC_HPPC_5pulse_1Hz.csv", false)]
    [InlineData("25degC_C20_OCV.csv", false)]
    [InlineData("US06.csv", false)]
    public void A_cycle_is_told_by_its_name(string file, bool cycle) => CellLog.IsCycle(file).ShouldBe(cycle);

    [Theory]
    [InlineData("25degC_x.csv", 25)]
    [InlineData("n20degC_x.csv", -20)]
    [InlineData("-5degC_x.csv", -5)]
    [InlineData("0degC_x.csv", 0)]
    public void The_temperature_is_told_by_the_name(string file, int celsius)
    {
        SyntheticCycle.Write(folder.File(file), 10);

        CellLog.Read(folder.File(file)).Celsius.ShouldBe(celsius);
    }

    [Fact]
    public void Columns_may_come_in_any_order_with_others_between_and_no_temperature()
    {
        string path = folder.File("10degC_x.csv");
        File.WriteAllText(path, "\uFEFFcurrent_A, note, voltage_V ,ah_counter_Ah,time_s\n-1.5,a,3.9,-0.5,7\n\n-1,b,3.8,-0.6,8\n");

        CellLog log = CellLog.Read(path);

        log.Rows.ShouldBe([new(7, 3.9, -1.5, -0.5, 10), new(8, 3.8, -1, -0.6, 10)]);
        log.ReferenceAt(1, 2).ShouldBe(0.95, 1e-9);
    }

    [Theory]
    [InlineData("time_s,voltage_V,current_A\n1,2,3\n", "ah_counter_Ah")]
    [InlineData("time_s,voltage_V,current_A,ah_counter_Ah\n1,2,3\n1,2,3,4\n", "line 2")]
    [InlineData("time_s,voltage_V,current_A,ah_counter_Ah\n1,2,3,4\n1,x,3,4\n", "'x'")]
    [InlineData("time_s,voltage_V,current_A,ah_counter_Ah\n1,NaN,3,4\n1,2,3,4\n", "'NaN'")]
    [InlineData("time_s,voltage_V,current_A,ah_counter_Ah\n", "no rows")]
    [InlineData("", "time_s")]
    public void A_broken_file_says_what_is_wrong(string text, string named)
    {
        string path = folder.File("25degC_x.csv");
        File.WriteAllText(path, text);

        string message = Should.Throw<FormatException>(() => CellLog.Read(path)).Message;

        message.ShouldContain("25degC_x.csv");
        message.ShouldContain(named);
    }
}
