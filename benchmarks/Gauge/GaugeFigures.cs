namespace IqosDevice.Benchmarks.Gauge;

/// <summary>How far an estimator was off over one file, points of charge.</summary>
/// <param name="Estimator">gauge (the firmware's), counter or plainKalman.</param>
/// <param name="UsedForIdentification">The table was made from this very file.</param>
/// <param name="MaxPercent">Largest error after the first ten minutes; null where the file is no longer.</param>
/// <param name="RmseAfter10MinPercent">After the first ten minutes; null where the file is no longer.</param>
internal sealed record GaugeFigures(
    string File,
    int Celsius,
    string Estimator,
    double RmsePercent,
    double? MaxPercent,
    double? RmseAfter10MinPercent,
    double ErrorAt10MinPercent,
    bool ErrorsInjected,
    bool UsedForIdentification);
