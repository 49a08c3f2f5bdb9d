namespace IqosDevice.Repository.Tests.DeviceBuild;

/// <summary>One type of a listing with its members.</summary>
internal sealed class ListedType
{
    /// <summary>Name with namespace and outer types; type parameters as in C#.</summary>
    public required string FullName { get; init; }

    /// <summary>Name of the listing, which is that of the assembly.</summary>
    public required string Assembly { get; init; }

    /// <summary>"sealed class", "struct", "enum", "interface", "delegate" and the like.</summary>
    public required string Kind { get; init; }

    /// <summary>Base type and interfaces; of an enum, its number.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>How a delegate is called: its only member; null for all else.</summary>
    public ListedMember? Call { get; init; }

    public bool IsObsolete { get; init; }

    public List<ListedMember> Members { get; } = [];

    public List<ListedType> Nested { get; } = [];

    public string Namespace => FullName[..(FullName.Split('<')[0].LastIndexOf('.'))];

    public string Name => FullName[(Namespace.Length + 1)..];

    public bool IsInterface => Kind is "interface";

    /// <summary>A class that others may derive from, and so may have virtual members.</summary>
    public bool CanBeDerivedFrom => Kind is "class" or "abstract class";
}
