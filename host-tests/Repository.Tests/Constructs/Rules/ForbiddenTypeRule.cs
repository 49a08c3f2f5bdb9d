using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>
/// Types that are not for the firmware: absent on the device, or taking the time, the thread or the chance from where it
/// cannot be controlled. <c>Program.cs</c>, which alone may sleep and own the thread, is not part of the host build.
/// </summary>
internal sealed class ForbiddenTypeRule : ICodeRule
{
    private static readonly string[] Namespaces =
        ["System.Linq", "System.Collections.Generic", "System.Threading.Tasks", "System.Timers"];

    private static readonly string[] Types =
    [
        "System.Nullable`1", "System.ValueTuple", "System.Tuple", "System.Func", "System.Action`", "System.Decimal",
        "System.Random", "System.Threading.Thread", "System.Threading.Timer", "System.Diagnostics.Stopwatch",
    ];

    private static readonly string[] Members =
    [
        "System.DateTime.Now.get", "System.DateTime.UtcNow.get", "System.DateTime.Today.get", "System.Guid.NewGuid(",
        "System.Environment.TickCount.get", "System.Environment.TickCount64.get",
    ];

    public IEnumerable<Violation> Check(TypeDefinition outermost)
    {
        foreach (var use in Uses.Of(outermost))
        {
            var owner = use.Target as TypeReference ?? use.Target.DeclaringType;
            foreach (var type in Uses.Elements(owner).Where(IsForbidden))
            {
                yield return new(use.Where, $"forbidden type {Names.OfOwner(type)}");
            }

            if (use.Target is MethodReference method && IsForbidden(Names.Of(method)))
            {
                yield return new(use.Where, $"forbidden member {Names.Of(method)}");
            }
        }
    }

    private static bool IsForbidden(TypeReference type) =>
        Array.Exists(Namespaces, item => CompiledCode.IsInNamespace(type.Namespace, item))
        || Array.Exists(Types, item => IsNamed(type.FullName, item));

    private static bool IsForbidden(string member) =>
        Array.Exists(Members, item => member.StartsWith(item, StringComparison.Ordinal));

    /// <summary>The type of that name, with any number of generic parameters.</summary>
    private static bool IsNamed(string fullName, string name) =>
        string.Equals(fullName, name, StringComparison.Ordinal)
        || fullName.StartsWith(name.TrimEnd('`') + '`', StringComparison.Ordinal);
}
