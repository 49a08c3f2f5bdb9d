using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>Pointers, <c>fixed</c> and <c>stackalloc</c> do not pass the device's metadata processor; calls through function
/// pointers silently do nothing.</summary>
internal sealed class PointerRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost)
    {
        foreach (var use in Uses.Of(outermost))
        {
            if (use.Target is TypeReference type && IsPointer(type))
            {
                yield return new(use.Where, $"pointer ({type.FullName})");
            }
        }

        foreach (var method in Uses.Bodies(outermost))
        {
            foreach (var instruction in method.Body.Instructions)
            {
                if (instruction.OpCode.Code is Code.Localloc or Code.Calli)
                {
                    yield return new(method.FullName, instruction.OpCode.Name);
                }
            }
        }
    }

    private static bool IsPointer(TypeReference type) =>
        type is PointerType or FunctionPointerType or PinnedType
        || (type is TypeSpecification specification && IsPointer(specification.ElementType));
}
