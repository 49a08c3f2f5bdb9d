using IqosDevice.Repository.Tests.Compiled;
using IqosDevice.Repository.Tests.Constructs.Rules;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs;

/// <summary>Every rule for code that runs on the device.</summary>
internal static class CodeRules
{
    private static readonly ICodeRule[] All =
    [
        new GenericsRule(),
        new ForbiddenTypeRule(),
        new MultiDimensionalArrayRule(),
        new DefaultInterfaceMethodRule(),
        new CheckedArithmeticRule(),
        new PointerRule(),
        new VolatileRule(),
        new StateMachineRule(),
        new MathRule(),
        new MutableStaticRule(),
        new EnumTextRule(),
        new NumberFormatRule(),
    ];

    /// <summary>Everything in the firmware's types of an assembly that breaks a rule.</summary>
    public static IEnumerable<Violation> Check(ModuleDefinition module) =>
        CompiledCode.FirmwareTypes(module).SelectMany(Check);

    /// <summary>The same for one type and the types nested in it.</summary>
    public static IEnumerable<Violation> Check(TypeDefinition outermost) =>
        All.SelectMany(rule => rule.Check(outermost)).Distinct();
}
