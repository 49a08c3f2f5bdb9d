using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace IqosDevice.Repository.Tests.Determinism;

/// <summary>
/// The symbols of <c>emulator/BannedSymbols.txt</c>, looked for in IL: the second line behind the analyzer, which sees
/// what the compiler makes of the sources too, and which no pragma or .editorconfig silences.
/// </summary>
internal sealed class BannedSymbols
{
    public const string FileName = "emulator/BannedSymbols.txt";

    /// <summary>Namespaces whose code must be deterministic.</summary>
    private static readonly string[] Inside =
    [
        "IqosDevice.Firmware", "IqosDevice.NanoFramework", "nanoFramework", "System",
        "IqosDevice.Emulator.Simulation", "IqosDevice.Emulator.Plant", "IqosDevice.Emulator.Board",
        "IqosDevice.Emulator.Gatt", "IqosDevice.Emulator.Holder",
    ];

    private readonly HashSet<string> ids;

    /// <summary>Reads lines of the form "M:System.Guid.NewGuid;message"; # starts a remark.</summary>
    public BannedSymbols(IEnumerable<string> lines) =>
        ids = lines.Where(line => line.Length != 0 && line[0] != '#').Select(line => line.Split(';')[0])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The documentation ids on the list.</summary>
    public IReadOnlySet<string> Ids => ids;

    public static BannedSymbols Read() => new(File.ReadLines(Repo.PathOf(FileName)));

    /// <summary>Uses of banned symbols inside the boundary.</summary>
    public IEnumerable<Violation> Check(ModuleDefinition module) =>
        (from type in module.Types
         where Array.Exists(Inside, space => CompiledCode.IsInNamespace(type.Namespace, space))
         from use in Uses.Of(type)
         from id in IdsOf(use.Target)
         where ids.Contains(id)
         select new Violation(type.FullName, id)).Distinct();

    /// <summary>Ids of a target, of the types that it is made of, and of their namespaces.</summary>
    private static IEnumerable<string> IdsOf(MemberReference target)
    {
        foreach (var type in Uses.Elements(target as TypeReference ?? target.DeclaringType))
        {
            yield return "T:" + type.FullName.Replace('/', '.');
            yield return "N:" + type.Namespace;
        }

        if (target is MethodReference reference && reference.DeclaringType is not ArrayType && reference.Resolve() is { } method)
        {
            var id = DocCommentId.GetDocCommentId(method);
            yield return method.IsGetter || method.IsSetter ? "P:" + id[2..].Replace(".get_", ".", StringComparison.Ordinal) : id;
        }
    }
}
