using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>
/// An enum's text is its number on the device, so no enum may become text, by <c>ToString</c>, by interpolation or boxed
/// into <c>Concat</c> or <c>Format</c>. Boxing one is refused altogether: nothing else needs it.
/// </summary>
internal sealed class EnumTextRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from method in Uses.Bodies(outermost)
        from instruction in method.Body.Instructions
        where MakesText(instruction)
        select new Violation(method.FullName, $"enum to text ({instruction.OpCode.Name} {instruction.Operand})");

    private static bool MakesText(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type when instruction.OpCode.Code is Code.Box or Code.Constrained => IsEnum(type),
        GenericInstanceMethod method when CompilerInserted.IsInterpolation(method.DeclaringType) =>
            method.GenericArguments.Any(IsEnum),
        _ => false,
    };

    private static bool IsEnum(TypeReference type) =>
        type is not TypeSpecification and not GenericParameter && type.Resolve() is { IsEnum: true };
}
