namespace IqosDevice.Emulator.Holder;

/// <summary>The rows of the safety checklist in words for people, and what the user's manual says to do about them.</summary>
public static class FaultManual
{
    private const string Advice =
        "The bottom light blinks red: hold the button 10 s to reset; if the light comes back, see customer care.";

    private const string LockOutAdvice = "The holder is locked out: a reset does not bring it back, service does.";

    private const int OverTemperatureRow = 11;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "temperature sensor open",
        [2] = "temperature sensor shorted",
        [3] = "temperature sensor out of range too often",
        [4] = "temperature jumps faster than physics allows",
        [5] = "temperature sensor frozen while heating",
        [6] = "temperature sample too old",
        [7] = "implausibly cold for the heat delivered",
        [8] = "sensors disagree at a cold start",
        [9] = "converter reference out of range",
        [10] = "calibration out of range",
        [OverTemperatureRow] = "heater too hot",
        [12] = "hardware over-temperature cut-out",
        [13] = "heater does not warm up",
        [14] = "heater loses its temperature",
        [15] = "heater warms with the power off",
        [16] = "heater strays from its set point",
        [17] = "heater does not follow its model",
        [18] = "holding power implausible",
        [19] = "heater open: no current",
        [20] = "heater shorted: over-current",
        [21] = "current while the heater is off",
        [22] = "heater resistance has drifted",
        [23] = "power or energy above the limit",
        [24] = "set point outside its range",
        [25] = "heater does not cool down",
        [26] = "board or cell too hot",
        [27] = "session too long or too many puffs",
        [28] = "dead-man: the loop stood still",
        [29] = "loop late",
        [30] = "a task stood still",
        [31] = "watchdog",
        [32] = "two clocks disagree",
        [33] = "too many trips in a day",
        [34] = "start without intent",
        [35] = "no stick, or no consent to heat",
        [36] = "control output is no number",
        [37] = "cell too weak for a start",
        [38] = "cell voltage sags",
        [39] = "cell over-current",
        [40] = "cell outside its temperatures",
        [41] = "cell over-voltage, or charging too long",
        [42] = "heat while charging",
        [43] = "too little energy for a session",
        [44] = "shown charge jumps",
        [45] = "charge count and cell voltage disagree",
        [49] = "program memory damaged",
        [50] = "memory damaged",
        [51] = "memory nearly used up",
        [52] = "safety variables disagree",
        [54] = "output read-back differs from the command",
        [56] = "proof test of the cut-out failed",
    };

    /// <summary>What a row checks, as what is wrong when it fires, e.g. "heater too hot".</summary>
    public static string NameOf(int row) => Names.GetValueOrDefault(row, $"row {row} of the safety checklist");

    /// <summary>What happened and what the manual advises; empty for row 0, which is no fault.</summary>
    public static string TextOf(int row) => row switch
    {
        0 => string.Empty,
        OverTemperatureRow => $"Row {row}: {NameOf(row)}. {LockOutAdvice}",
        _ => $"Row {row}: {NameOf(row)}. {Advice}",
    };
}
