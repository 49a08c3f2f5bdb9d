namespace IqosDevice.Emulator.Plant;

/// <summary>Every constant of the plant; nominal values unless set.</summary>
public sealed record PlantParameters
{
    /// <summary>State of charge at the start, 0..1.</summary>
    public double InitialStateOfCharge { get; init; } = 0.8;
}
