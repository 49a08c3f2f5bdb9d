namespace IqosDevice.Emulator.Identification;

/// <summary>One heater as identified.</summary>
/// <param name="Name">Name of the temperature's column.</param>
/// <param name="Parameters">What was found.</param>
/// <param name="PredictedCelsius">The free run over all rows, °C.</param>
/// <param name="Fitted">Residuals of the first half, which the parameters were fitted to.</param>
/// <param name="HeldOut">Residuals of the second half, which the fit has not seen.</param>
public sealed record IdentifiedZone(
    string Name,
    ZoneParameters Parameters,
    double[] PredictedCelsius,
    ResidualFigures Fitted,
    ResidualFigures HeldOut);
