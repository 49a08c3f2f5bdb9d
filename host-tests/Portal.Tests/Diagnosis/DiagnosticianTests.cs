using IqosDevice.Client.Values;
using IqosDevice.Portal.Diagnosis;

namespace IqosDevice.Portal.Tests.Diagnosis;

public sealed class DiagnosticianTests
{
    private static readonly BatteryGauge Healthy = new() { HealthPercent = 100 };

    [Fact]
    [Rule("diagnosis-sound")]
    public void A_new_holder_is_sound() => Judge([]).ShouldBeEmpty();

    [Fact]
    [Rule("diagnosis-latched")]
    public void A_fault_after_which_nothing_shows_that_the_holder_heats_again_is_latched()
    {
        Judge([(EventKind.SessionStarted, 0, 20), (EventKind.Fault, 7, 300)]).ShouldBe([new Finding("latched-fault", 7, 0)]);
        Judge([(EventKind.Fault, 7, 300), (EventKind.Reset, 0, 0)]).ShouldBeEmpty();
        Judge([(EventKind.Fault, 7, 300), (EventKind.SessionStarted, 0, 20)]).ShouldBeEmpty();
    }

    [Fact]
    [Rule("diagnosis-status")]
    public void The_status_knows_better_than_the_log_whether_a_fault_is_latched()
    {
        (EventKind, int, int)[] log = [(EventKind.Fault, 7, 300)];
        Judge(log, new HolderStatus { FaultRow = 0 }).ShouldBeEmpty();
        Judge([], new HolderStatus { FaultRow = 3 }).ShouldBe([new Finding("latched-fault", 3, 0)]);
    }

    [Theory]
    [Rule("diagnosis-repeated")]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_check_that_trips_a_third_time_is_no_accident(int trips, bool faulty) =>
        Judge([.. Enumerable.Repeat((EventKind.Fault, 5, 200), trips), (EventKind.Reset, 0, 0)])
            .ShouldBe(faulty ? [new Finding("repeated-fault", 5, 2)] : []);

    [Theory]
    [Rule("diagnosis-health")]
    [InlineData(70, false)]
    [InlineData(69, true)]
    public void Health_below_the_limit_is_a_fault(int percent, bool faulty) =>
        Diagnostician.Judge(new Readings([], new BatteryGauge { HealthPercent = percent }, null))
            .ShouldBe(faulty ? [new Finding("low-health", percent, 70)] : []);

    [Theory]
    [Rule("diagnosis-drift")]
    [InlineData(new[] { 20, 20, 20, 28, 28, 28 }, 0, 0)]
    [InlineData(new[] { 20, 20, 20, 29, 29, 29 }, 29, 28)]
    [InlineData(new[] { 20, 20, 20, 60, 21, 20 }, 0, 0)]
    [InlineData(new[] { 36, 36, 36 }, 36, 35)]
    [InlineData(new[] { 35, 35, 35 }, 0, 0)]
    [InlineData(new[] { 90, 90 }, 0, 0)]
    public void A_heater_that_takes_longer_and_longer_has_drifted(int[] seconds, int measured, int limit) =>
        Judge([.. seconds.Select(value => (EventKind.SessionStarted, 0, value))])
            .ShouldBe(measured == 0 ? [] : [new Finding("heater-drift", measured, limit)]);

    private static IReadOnlyList<Finding> Judge((EventKind Kind, int Code, int Value)[] log, HolderStatus? status = null) =>
        Diagnostician.Judge(new Readings(
            [.. log.Select((entry, sequence) => new EventLogEntry(sequence, default, entry.Kind, entry.Code, entry.Value))], Healthy, status));
}
