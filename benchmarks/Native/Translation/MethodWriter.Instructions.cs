using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>The instructions that move values: constants, variables, fields, elements, calls, branches.</summary>
internal sealed partial class MethodWriter
{
    private void Write(Instruction instruction)
    {
        object operand = instruction.Operand;
        switch (instruction.OpCode.Code)
        {
            case Code.Nop: break;
            case Code.Ldc_I4: stack.Push(Literals.Of((int)operand)); break;
            case Code.Ldc_I8: stack.Push(Literals.Of((long)operand)); break;
            case Code.Ldc_R4: stack.Push(Literals.Of((float)operand)); break;
            case Code.Ldc_R8: stack.Push(Literals.Of((double)operand)); break;
            case Code.Ldnull: stack.Push(Literals.Null); break;
            case Code.Ldarg or Code.Ldloc: LoadVariable(operand); break;
            case Code.Ldarga or Code.Ldloca: Push($"(&{NameOf(operand)})", code.Types.Of(TypeOf(operand)) + " *"); break;
            case Code.Starg or Code.Stloc: StoreVariable(operand, stack.Pop()); break;
            case Code.Ldfld: LoadField((FieldReference)operand, stack.Pop()); break;
            case Code.Ldflda: stack.Push(Address((FieldReference)operand, stack.Pop())); break;
            case Code.Stfld: StoreField((FieldReference)operand); break;
            case Code.Ldsfld: LoadStatic(instruction, (FieldReference)operand); break;
            case Code.Ldlen: Length(stack.Pop()); break;
            case Code.Pop: stack.Pop(); break;
            case Code.Dup: Duplicate(); break;
            case Code.Call or Code.Callvirt: Call(instruction, (MethodReference)operand); break;
            case Code.Br: Jump(instruction); break;
            case Code.Brtrue: Jump(instruction, Comparisons.OfBranch(stack.Pop(), whereTrue: true)); break;
            case Code.Brfalse: Jump(instruction, Comparisons.OfBranch(stack.Pop(), whereTrue: false)); break;
            case Code.Switch: JumpByNumber(instruction); break;
            case Code.Ret: Return(); break;
            default: WriteOther(instruction); break;
        }
    }

    /// <summary>Elements and addresses, whose instructions name a type, and whatever computes.</summary>
    private void WriteOther(Instruction instruction)
    {
        Code opCode = instruction.OpCode.Code;
        if (opCode is >= Code.Ldelem_I1 and <= Code.Ldelem_Ref or Code.Ldelem_Any)
        {
            Load(Element());
        }
        else if (opCode is >= Code.Stelem_I1 and <= Code.Stelem_Ref or Code.Stelem_Any)
        {
            StackValue value = stack.Pop();
            Store(Element(), value);
        }
        else if (opCode is Code.Ldelema)
        {
            stack.Push(Element());
        }
        else if (opCode is >= Code.Ldind_I1 and <= Code.Ldind_Ref)
        {
            Load(stack.Pop());
        }
        else if (opCode is >= Code.Stind_Ref and <= Code.Stind_R8)
        {
            StackValue value = stack.Pop();
            Store(stack.Pop(), value);
        }
        else
        {
            Compute(instruction);
        }
    }

    private void Compute(Instruction instruction)
    {
        Code opCode = instruction.OpCode.Code;
        if (instruction.OpCode.StackBehaviourPop is StackBehaviour.Pop1 or StackBehaviour.Popi)
        {
            StackValue value = stack.Pop();
            stack.Push(Arithmetic.Of(opCode, value) ?? Conversions.Of(opCode, value) ?? throw Refuse(instruction));
            return;
        }

        if (instruction.OpCode.StackBehaviourPop is not StackBehaviour.Pop1_pop1)
        {
            throw Refuse(instruction);
        }

        StackValue[] two = stack.Pop(2);
        if (Comparisons.Of(opCode, two[0], two[1]) is not { } condition)
        {
            stack.Push(Arithmetic.Of(opCode, two[0], two[1]) ?? throw Refuse(instruction));
        }
        else if (instruction.Operand is Instruction)
        {
            Jump(instruction, condition);
        }
        else
        {
            stack.Push(condition);
        }
    }

    private void Call(Instruction instruction, MethodReference called)
    {
        StackValue[] arguments = stack.Pop(called.Parameters.Count + (called.HasThis ? 1 : 0));
        if (code.IsLeftOut(called))
        {
            return;
        }

        string function = code.FunctionOf(called) ?? throw Refuse(instruction);
        stack.KeepThoseThatRead(Reads.Memory);
        string text = $"{function}({string.Join(", ", arguments.Select(static argument => argument.Bare))})";
        if (called.ReturnType.MetadataType == MetadataType.Void)
        {
            Statement(text + ";");
            return;
        }

        StackType type = code.Types.OnStack(called.ReturnType);
        stack.Push(stack.Keep(new StackValue(text, type, Reads.Nothing)));
    }

    private void Return()
    {
        reachable = false;
        Statement(method.ReturnType.MetadataType == MetadataType.Void ? "return;" : $"return {stack.Pop().Bare};");
    }

    private void Duplicate()
    {
        StackValue value = stack.Pop();
        value = value.Text.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign == '_') ? value : stack.Keep(value);
        stack.Push(value);
        stack.Push(value);
    }

    private void Push(string text, string pointer) => stack.Push(new StackValue(text, new StackType(StackKind.Pointer, pointer), Reads.Nothing));

    private UntranslatableException Refuse(Instruction instruction) =>
        UntranslatableException.At(instruction, "no translation into C");
}
