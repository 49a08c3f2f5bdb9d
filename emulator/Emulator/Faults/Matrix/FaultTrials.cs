using static IqosDevice.Emulator.Faults.Matrix.MatrixPhase;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>
/// The proof of each row of the checklist. Rows 46 to 50 cannot be had in managed code and are no part of it; rows 47, 53
/// and 55 concern no heat, and the tests of the firmware prove them.
/// </summary>
public static class FaultTrials
{
    private const double StallLimitCelsius = 420;

    private const double SweepSeconds = 20;

    private const string FallBack = "instead of a calibration that no heater has, that of the nominal unit is used, and this is the nominal unit";
    private const string SteadyStall = "the duty that stands still is one that just holds this unit's temperature; what is lost is the session's end";
    private const string OtherTime = "a clock that is off makes the session longer or shorter and heats nothing by itself";
    private const string MadeUpFor = "the controller makes up for the loss, and the heater is no hotter than it should be";

    private static readonly MatrixPhase[] Never = [];
    private static readonly MatrixPhase[] AtRest = [CoolDown, Charging];
    private static readonly MatrixPhase[] Always = [HeatUp, Hold, Puff, CoolDown, Charging];

    /// <summary>All trials, row by row.</summary>
    public static IReadOnlyList<FaultTrial> All { get; } = [.. Sensor(), .. Heater(), .. Supervision(), .. Battery(), .. SelfTest()];

    /// <summary>Every kind of fault of every channel, put to no row: none may exceed a limit, whoever notices.</summary>
    public static IReadOnlyList<FaultTrial> Sweep { get; } =
    [
        .. FaultCatalogue.All.Where(fault => fault.Kind is not (FaultKind.Ok or FaultKind.Damage))
            .Select(fault => Of(0, fault.Name) with { MustNotice = Never, WatchSeconds = SweepSeconds }),
    ];

    /// <summary>Rows of the checklist that no trial puts to the proof, and why.</summary>
    public static IReadOnlyDictionary<int, string> NotProven { get; } = new Dictionary<int, string>
    {
        [33] = "takes three trips within a day: the tests of the firmware",
        [34] = "concerns a session that a stick began: the tests of the firmware",
        [44] = "the gauge never moves so fast by itself: the tests of the firmware",
        [46] = "not possible in managed code",
        [47] = "not possible in managed code",
        [48] = "not possible in managed code",
        [49] = "not possible in managed code",
        [50] = "not possible in managed code",
        [52] = "a torn memory word: the tests of the firmware",
        [55] = "records, concerns no heat: the tests of the firmware",
    };

    private static IEnumerable<FaultTrial> Sensor() =>
    [
        Of(1, "second-sensor.off"),
        Of(2, "second-sensor-short"),
        Of(3, "second-sensor.intermittent"),
        Alone(3, "second-sensor.intermittent"),
        Of(4, "second-sensor.garbage"),
        Of(5, "second-sensor-frozen"),
        Of(5, "heater-monitor-frozen"),
        Of(5, "second-sensor.stuck") with { MustNotice = [HeatUp] },
        Of(5, "heater-temperature.stuck") with { MustNotice = [HeatUp] },
        Of(6, "heater-temperature.off"),
        Of(6, "heater-temperature.intermittent") with { MustNotice = Never },
        Of(7, "thermocouple-off"),
        Alone(7, "thermocouple-off") with { SurvivesBecause = "the controller believes neither of two sensors that differ, and gives no heat" },
        Of(8, "second-sensor.wrong=-25") with
        {
            MustNotice = AtRest, WatchSeconds = 900,
            SurvivesBecause = "the heater is regulated by its resistance, and a thermocouple 25 °C off is within what both may differ",
        },
        Of(9, "adc-reference.wrong=1.15"),
        Of(9, "adc-reference.off") with
        {
            SurvivesBecause = "without a reference the converter's nominal scale is used, which is right to 10 %",
        },
        Of(10, "parameters-zero") with { SurvivesBecause = FallBack },
        Of(10, "parameters-nan") with { SurvivesBecause = FallBack },
    ];

    private static IEnumerable<FaultTrial> Heater() =>
    [
        Of(11, "second-sensor.wrong=45") with
        {
            SurvivesBecause = "after the end of a session nothing heats, and what reads 45 °C too much cools all the same",
        },
        Of(11, "heater-temperature.wrong=-60"),
        Of(12, "firmware-stall-full-power", "dead-man-dead") with { MustNotice = Never },
        Of(13, "heater-loss=0.2") with
        {
            SurvivesBecause = "the heat goes into the wall and the heater stays below its set point; the preheat ends after 60 s without Ready",
        },
        Of(14, "heater-loss=0.05"),
        Of(15, "transistor-shorted", "load-switch-welded") with { MustNotice = Always },
        Alone(15, "transistor-shorted", "load-switch-welded"),
        Of(16, "heater-temperature.slow") with { MustNotice = Never },
        Of(16, "setpoint-wrong=300") with
        {
            MustNotice = Never, SurvivesBecause = "a session 35 °C colder than it should be is a disappointment, not a hazard",
        },
        Of(17, "heater-voltage.wrong=0.8"),
        Of(17, "heater-current.wrong=0.8"),
        Alone(17, "heater-voltage.wrong=0.5", "heater-current.wrong=0.5") with
        {
            SurvivesBecause = "the temperature is right, and what is wrong is the power that is told",
        },
        Of(18, "heater-loss=0.02") with { MustNotice = Never, SurvivesBecause = MadeUpFor },
        Alone(18, "heater-loss=0.05") with { SurvivesBecause = MadeUpFor },
        Of(19, "heater-open"),
        Of(20, "heater-short"),
        Of(21, "transistor-shorted"),
        Of(21, "transistor-shorted", "load-switch-welded") with { MustNotice = Always },
        Of(22, "heater-drift"),
        Of(23, "controller-full"),
        Alone(23, "controller-full"),
        Of(24, "setpoint-wrong"),
        Of(25, "load-switch-welded", "transistor-shorted") with { MustNotice = Always },
        Of(25, "second-sensor.stuck") with { MustNotice = Never },
        Of(26, "board-hot") with
        {
            SurvivesBecause = "what gets hot is the board, for which the matrix has no limit; the next start is refused by the ambient window",
        },
        Of(26, "cell-hot"),
    ];

    private static IEnumerable<FaultTrial> Supervision() =>
    [
        Of(27, "rogue-demand") with { WatchSeconds = 400, UnwantedHeatSeconds = 380 },
        Of(28, "firmware-stall") with { LimitCelsius = StallLimitCelsius, SurvivesBecause = SteadyStall },
        Of(28, "firmware-stall-full-power") with { LimitCelsius = StallLimitCelsius },
        Of(29, "bus-slow"),
        Of(30, "firmware-stall") with { LimitCelsius = StallLimitCelsius },
        Of(30, "state-machine-stopped") with
        {
            SurvivesBecause = "a demand that nobody confirms gives no heat from the same tick on; the row takes the heartbeat away as well",
        },
        Of(31, "firmware-stall") with { LimitCelsius = StallLimitCelsius, SurvivesBecause = SteadyStall },
        Of(32, "clock-fast") with { WatchSeconds = 150, SurvivesBecause = OtherTime },
        Of(32, "clock-slow") with { WatchSeconds = 200, SurvivesBecause = OtherTime },
        Of(32, "clock.stuck") with { WatchSeconds = 150, SurvivesBecause = OtherTime },
        Of(35, "rogue-demand") with { MustNotice = [CoolDown] },
        Of(36, "controller-nan"),
        Of(36, "controller-full=300") with
        {
            MustNotice = AtRest, SurvivesBecause = "at rest the load switch is open; in a session 30 % of the power keeps this unit below its limits",
        },
    ];

    private static IEnumerable<FaultTrial> Battery() =>
    [
        Of(37, "cell-weak=20") with { MustNotice = Never, HasMutant = false },
        Of(38, "cell-weak=8") with { HasMutant = false },
        Of(38, "cell-voltage.wrong=-0.8") with { HasMutant = false },
        Of(39, "heater-short=0.3"),
        Of(40, "cell-temperature.wrong=60") with { MustNotice = AtRest, HasMutant = false },
        Of(40, "cell-temperature.off") with { MustNotice = AtRest, HasMutant = false },
        Of(41, "charger-high=4.6", "cell-charge=100", "cell-weak=2") with
        {
            MustNotice = [Charging], WatchSeconds = 900,
            SurvivesBecause = "the charge watch by itself ends a charge above 4.25 V after ten seconds (event 16)",
        },
        Of(42, "rogue-demand") with { MustNotice = [Charging] },
        Alone(42, "rogue-demand"),
        Of(43, "cell-voltage.wrong=-0.5") with { HasMutant = false },
        Of(43, "cell-charge=3") with { MustNotice = Never, HasMutant = false },
        Of(45, "cell-charge=20") with { MustNotice = [CoolDown], WatchSeconds = 660 },
    ];

    private static IEnumerable<FaultTrial> SelfTest() =>
    [
        Of(51, "memory-low") with
        {
            MustNotice = AtRest, WatchSeconds = 660, SurvivesBecause = "the loop allocates nothing; the row is there so that it never has to",
        },
        Of(53, "radio-flood") with { MustNotice = Never },
        Of(54, "gate.off") with
        {
            SurvivesBecause = "the pin only watches the transistor, which works; the row is there so that a second fault does not find the pin dead",
        },
        Of(54, "heater-voltage.off"),
        Of(54, "heater-current.off"),
        Of(56, "load-switch-welded") with
        {
            MustNotice = AtRest,
            SurvivesBecause = "a welded load switch is no harm while the transistor works; the row is there so that a second fault does not find the first",
        },
    ];

    private static FaultTrial Alone(int row, params string[] faults) => Of(row, faults) with { Alone = true, MustNotice = Never };

    private static FaultTrial Of(int row, params string[] faults) => new() { Row = row, Faults = faults };
}
