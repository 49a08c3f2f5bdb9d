using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.DeviceSemantics;

/// <summary>
/// Finds out what lies on top of the evaluation stack before each instruction of a method. One pass is enough: after an
/// unconditional branch the stack is empty unless an earlier branch said otherwise (ECMA-335, III.1.7.5).
/// </summary>
internal sealed class StackTypes
{
    private readonly Dictionary<Instruction, StackKind> tops = [];
    private readonly Dictionary<Instruction, StackKind[]> atTarget = [];
    private readonly MethodBody body;
    private readonly Stack<StackKind> stack = new();

    private StackTypes(MethodBody body)
    {
        this.body = body;
    }

    /// <summary>Top of the stack before each instruction; instructions that find it empty are left out.</summary>
    /// <param name="body">With macros simplified.</param>
    public static IReadOnlyDictionary<Instruction, StackKind> TopsOf(MethodBody body)
    {
        var types = new StackTypes(body);
        types.Run();
        return types.tops;
    }

    private void Run()
    {
        foreach (var handler in body.ExceptionHandlers)
        {
            bool takesException = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter;
            atTarget[handler.HandlerStart] = takesException ? [StackKind.Other] : [];
            if (handler.FilterStart is not null)
            {
                atTarget[handler.FilterStart] = [StackKind.Other];
            }
        }

        foreach (var instruction in body.Instructions)
        {
            if (atTarget.TryGetValue(instruction, out var known))
            {
                Restore(known);
            }

            if (stack.TryPeek(out var top))
            {
                tops[instruction] = top;
            }

            Apply(instruction);
            FollowBranches(instruction);
        }
    }

    private void Restore(StackKind[] bottomUp)
    {
        stack.Clear();
        foreach (var kind in bottomUp)
        {
            stack.Push(kind);
        }
    }

    private void FollowBranches(Instruction instruction)
    {
        var flow = instruction.OpCode.FlowControl;
        Instruction[] targets = instruction.Operand switch
        {
            Instruction one => [one],
            Instruction[] many => many,
            _ => [],
        };
        StackKind[] bottomUp = [.. stack.Reverse()];
        foreach (var target in targets)
        {
            atTarget.TryAdd(target, instruction.OpCode.Code is Code.Leave ? [] : bottomUp);
        }

        if (flow is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
        {
            stack.Clear();
        }
    }

    private void Apply(Instruction instruction)
    {
        var code = instruction.OpCode;
        if (code.Code is Code.Dup)
        {
            stack.Push(stack.Peek());
            return;
        }

        StackKind result = StackKind.Other;
        int pops = Pops(instruction);
        bool arithmetic = code.Code is Code.Add or Code.Sub or Code.Mul or Code.Div or Code.Rem or Code.Neg;
        for (int i = 0; i < pops; i++)
        {
            var operand = stack.Pop();
            result = arithmetic && operand > result ? operand : result;
        }

        if (!arithmetic)
        {
            result = ResultOf(instruction);
        }

        for (int i = Pushes(instruction); i > 0; i--)
        {
            stack.Push(result);
        }
    }

    private StackKind ResultOf(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldc_R4 or Code.Ldind_R4 or Code.Ldelem_R4 or Code.Conv_R4 => StackKind.Single,
        Code.Ldc_R8 or Code.Ldind_R8 or Code.Ldelem_R8 or Code.Conv_R8 or Code.Conv_R_Un => StackKind.Double,
        Code.Ldarg => KindOf(((ParameterDefinition)instruction.Operand).ParameterType),
        Code.Ldloc => KindOf(((VariableDefinition)instruction.Operand).VariableType),
        Code.Ldfld or Code.Ldsfld => KindOf(((FieldReference)instruction.Operand).FieldType),
        Code.Call or Code.Callvirt => KindOf(((MethodReference)instruction.Operand).ReturnType),
        Code.Calli => KindOf(((CallSite)instruction.Operand).ReturnType),
        Code.Ldobj or Code.Ldelem_Any or Code.Unbox_Any => KindOf((TypeReference)instruction.Operand),
        _ => StackKind.Other,
    };

    private static StackKind KindOf(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Single => StackKind.Single,
        MetadataType.Double => StackKind.Double,
        MetadataType.Var or MetadataType.MVar => StackKind.Generic,
        MetadataType.RequiredModifier or MetadataType.OptionalModifier => KindOf(((TypeSpecification)type).ElementType),
        _ => StackKind.Other,
    };

    private int Pops(Instruction instruction) => instruction.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        StackBehaviour.PopAll => stack.Count,
        StackBehaviour.Varpop => instruction.OpCode.Code is Code.Ret ? stack.Count : PopsOfCall(instruction),
        _ => 2,
    };

    private static int PopsOfCall(Instruction instruction)
    {
        var method = (IMethodSignature)instruction.Operand;
        bool onInstance = method.HasThis && !method.ExplicitThis && instruction.OpCode.Code is not Code.Newobj;
        return method.Parameters.Count + (onInstance ? 1 : 0) + (instruction.OpCode.Code is Code.Calli ? 1 : 0);
    }

    private static int Pushes(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Varpush => ((IMethodSignature)instruction.Operand).ReturnType.MetadataType is MetadataType.Void ? 0 : 1,
        _ => 1,
    };
}
