using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary><c>System.Math</c> is single precision on the device, but for <c>Clamp</c>, which is exact.</summary>
internal sealed class MathRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from use in Uses.Of(outermost)
        where use.Target is MethodReference { DeclaringType.FullName: "System.Math" or "System.MathF" }
        where use.Target is { DeclaringType.Name: "MathF" } or { Name: not "Clamp" }
        select new Violation(use.Where, $"{use.Target.DeclaringType.FullName}.{use.Target.Name}");
}
