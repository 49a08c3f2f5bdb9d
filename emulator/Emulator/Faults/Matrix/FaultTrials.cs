using static IqosDevice.Emulator.Faults.Matrix.MatrixPhase;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>
/// The proof of each row of the checklist. Rows 46 to 50 cannot be had in managed code and are no part of it; rows 47, 51,
/// 53 and 55 concern no heat, and the tests of the firmware prove them.
/// </summary>
public static class FaultTrials
{
    private const double StallLimitCelsius = 420;

    private static readonly MatrixPhase[] Never = [];
    private static readonly MatrixPhase[] Always = [HeatUp, Hold, Puff, CoolDown, Charging];

    /// <summary>All trials, row by row.</summary>
    public static IReadOnlyList<FaultTrial> All { get; } = [.. Sensor(), .. Heater(), .. Supervision(), .. Battery(), .. SelfTest()];

    /// <summary>Rows of the checklist that no trial puts to the proof, and why.</summary>
    public static IReadOnlyDictionary<int, string> NotProven { get; } = new Dictionary<int, string>
    {
        [33] = "takes three trips within a day: the tests of the firmware",
        [34] = "concerns a session that a stick began: the tests of the firmware",
        [44] = "warns of the gauge, concerns no heat: the tests of the firmware",
        [45] = "warns of the gauge, concerns no heat: the tests of the firmware",
        [46] = "not possible in managed code",
        [47] = "not possible in managed code",
        [48] = "not possible in managed code",
        [49] = "not possible in managed code",
        [50] = "not possible in managed code",
        [51] = "the emulator's heap is not the device's: the tests of the firmware",
        [52] = "a torn memory word: the tests of the firmware",
        [55] = "records, concerns no heat: the tests of the firmware",
    };

    private static IEnumerable<FaultTrial> Sensor() =>
    [
        Of(1, "second-sensor.off"),
        Of(2, "second-sensor-short"),
        Of(3, "second-sensor.intermittent"),
        Of(4, "second-sensor.garbage"),
        Of(5, "second-sensor-frozen"),
        Of(5, "heater-monitor-frozen"),
        Of(5, "second-sensor.stuck") with { MustNotice = [HeatUp] },
        Of(5, "heater-temperature.stuck") with { MustNotice = [HeatUp] },
        Of(6, "heater-temperature.off"),
        Of(6, "heater-temperature.intermittent") with { MustNotice = Never },
        Of(7, "thermocouple-off"),
        Of(8, "second-sensor.wrong=-25") with { MustNotice = [CoolDown, Charging], WatchSeconds = 900 },
        Of(9, "adc-reference.wrong=1.15"),
        Of(9, "adc-reference.off"),
        Of(10, "parameters-zero"),
        Of(10, "parameters-nan"),
    ];

    private static IEnumerable<FaultTrial> Heater() =>
    [
        Of(11, "second-sensor.wrong=45"),
        Of(11, "heater-temperature.wrong=-60"),
        Of(12, "firmware-stall-full-power", "dead-man-dead") with { MustNotice = Never },
        Of(13, "heater-loss=0.2"),
        Of(14, "heater-loss=0.05"),
        Of(15, "transistor-shorted", "load-switch-welded") with { MustNotice = Always },
        Of(16, "heater-temperature.slow") with { MustNotice = Never },
        Of(16, "setpoint-wrong=300") with { MustNotice = Never },
        Of(17, "heater-voltage.wrong=0.8"),
        Of(17, "heater-current.wrong=0.8"),
        Of(18, "heater-loss=0.02") with { MustNotice = Never },
        Of(19, "heater-open"),
        Of(20, "heater-short"),
        Of(21, "transistor-shorted"),
        Of(22, "heater-drift"),
        Of(23, "controller-full"),
        Of(24, "setpoint-wrong"),
        Of(25, "load-switch-welded", "transistor-shorted") with { MustNotice = Always },
        Of(25, "second-sensor.stuck") with { MustNotice = Never },
        Of(26, "board-hot"),
        Of(26, "cell-hot"),
    ];

    private static IEnumerable<FaultTrial> Supervision() =>
    [
        Of(27, "rogue-demand") with { WatchSeconds = 400, UnwantedHeatSeconds = 380 },
        Of(28, "firmware-stall") with { LimitCelsius = StallLimitCelsius },
        Of(28, "firmware-stall-full-power") with { LimitCelsius = StallLimitCelsius },
        Of(29, "bus-slow"),
        Of(30, "firmware-stall") with { LimitCelsius = StallLimitCelsius },
        Of(31, "firmware-stall") with { LimitCelsius = StallLimitCelsius },
        Of(32, "clock-fast") with { WatchSeconds = 150 },
        Of(32, "clock-slow") with { WatchSeconds = 200 },
        Of(32, "clock.stuck") with { WatchSeconds = 150 },
        Of(35, "rogue-demand") with { MustNotice = [CoolDown] },
        Of(36, "controller-nan"),
        Of(36, "controller-full=300") with { MustNotice = [CoolDown, Charging] },
    ];

    private static IEnumerable<FaultTrial> Battery() =>
    [
        Of(37, "cell-weak=20") with { MustNotice = Never },
        Of(38, "cell-weak=8"),
        Of(38, "cell-voltage.wrong=-0.8"),
        Of(39, "heater-short=0.3"),
        Of(40, "cell-temperature.wrong=60") with { MustNotice = [CoolDown, Charging] },
        Of(40, "cell-temperature.off") with { MustNotice = [CoolDown, Charging] },
        Of(41, "charger-high=4.6", "cell-charge=100", "cell-weak=2") with { MustNotice = [Charging] },
        Of(42, "rogue-demand") with { MustNotice = [Charging] },
        Of(43, "cell-voltage.wrong=-0.5"),
        Of(43, "cell-charge=3") with { MustNotice = Never },
    ];

    private static IEnumerable<FaultTrial> SelfTest() =>
    [
        Of(53, "radio-flood") with { MustNotice = Never },
        Of(54, "gate.off"),
        Of(54, "heater-voltage.off"),
        Of(54, "heater-current.off"),
        Of(56, "load-switch-welded") with { MustNotice = [CoolDown, Charging] },
    ];

    private static FaultTrial Of(int row, params string[] faults) => new() { Row = row, Faults = faults };
}
