namespace IqosDevice.Emulator.Identification;

/// <summary>Which parts of the two-node structure are fitted; the rest is 0.</summary>
/// <param name="HasSecondNode">A second node behind the heater: G_hs and G_sa.</param>
/// <param name="HasLag">A lag of the sensor: its body as a node that takes no heat worth speaking of.</param>
/// <param name="IsHeldByExperience">
/// A loss that grows with temperature and a supply that sags are fitted too, and all is held by <see cref="RigPrior"/>
/// where a run leaves it open.
/// </param>
public sealed record PlantStructure(bool HasSecondNode, bool HasLag, bool IsHeldByExperience)
{
    /// <summary>The two nodes are heater and sensor body: what a test of a few time constants can tell.</summary>
    public static PlantStructure HeaterAndSensor { get; } = new(HasSecondNode: false, HasLag: true, IsHeldByExperience: true);

    public static PlantStructure HeaterAndSecond { get; } = new(HasSecondNode: true, HasLag: false, IsHeldByExperience: false);

    public static PlantStructure HeaterSecondAndSensor { get; } = new(HasSecondNode: true, HasLag: true, IsHeldByExperience: false);
}
