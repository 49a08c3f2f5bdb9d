namespace IqosDevice.Emulator.Holder;

/// <summary>The holder at one moment: true values of the plant, and what the firmware makes of them.</summary>
public sealed record HolderSnapshot
{
    public double Seconds { get; init; }

    public string State { get; init; } = "Off";

    public int FaultRow { get; init; }

    public bool Docked { get; init; }

    public bool StickPresent { get; init; }

    public bool Locked { get; init; }

    public bool Puffing { get; init; }

    /// <summary>True heater temperature.</summary>
    public double HeaterCelsius { get; init; }

    public double StickCelsius { get; init; }

    public double SetpointCelsius { get; init; }

    public double HeaterWatts { get; init; }

    public int SecondsLeft { get; init; }

    public int PuffsLeft { get; init; }

    public double CellVolts { get; init; }

    public double CellAmps { get; init; }

    /// <summary>True charge of the cell.</summary>
    public double ChargePercent { get; init; }

    public int ShownSocPercent { get; init; }

    public int UsesLeft { get; init; }

    public double AmbientCelsius { get; init; }

    /// <summary>Brightness of the lights, permille: top, second, third, bottom white, bottom red.</summary>
    public IReadOnlyList<int> LightsPermille { get; init; } = [0, 0, 0, 0, 0];

    public int VibrationPermille { get; init; }

    public bool Connected { get; init; }
}
