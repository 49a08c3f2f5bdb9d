namespace IqosDevice.Emulator.Identification;

/// <summary>What the user says about a file's columns; what is left out is found out.</summary>
public sealed record LayoutOptions
{
    /// <summary>Column of the time in seconds: its name, or its number from 1.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>Columns of the heaters' inputs, one a heater.</summary>
    public IReadOnlyList<string> InputColumns { get; init; } = [];

    /// <summary>Columns of the temperatures, in the order of the inputs.</summary>
    public IReadOnlyList<string> TemperatureColumns { get; init; } = [];

    public TemperatureUnit? Unit { get; init; }

    /// <summary>The value of an input that means full power, above 0.</summary>
    public double? InputScale { get; init; }
}
