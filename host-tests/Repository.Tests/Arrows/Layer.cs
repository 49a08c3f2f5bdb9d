namespace IqosDevice.Repository.Tests.Arrows;

/// <summary>One layer: the namespaces that it is made of, and the layers that it may know besides itself.</summary>
/// <param name="Name">Name within the table.</param>
/// <param name="Namespaces">Root namespaces; everything below them belongs too, unless another layer claims it.</param>
/// <param name="MayKnow">Names of layers.</param>
internal sealed record Layer(string Name, string[] Namespaces, string[] MayKnow)
{
    /// <summary>Namespaces of the runtime that are closed to this layer.</summary>
    public string[] MustNotKnow { get; init; } = [];
}
