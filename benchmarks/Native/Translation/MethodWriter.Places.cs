using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>Where values are kept: variables, fields, elements, addresses.</summary>
internal sealed partial class MethodWriter
{
    private void LoadVariable(object variable)
    {
        Reads reads = shared.Contains(variable) ? Reads.Variables | Reads.Memory : Reads.Variables;
        bool isConstant = variable is ParameterDefinition { Index: < 0 };
        stack.Push(CTypes.Load(NameOf(variable), code.Types.Of(TypeOf(variable)), isConstant ? Reads.Nothing : reads));
    }

    private void StoreVariable(object variable, StackValue value)
    {
        stack.KeepThoseThatRead(shared.Contains(variable) ? Reads.Variables | Reads.Memory : Reads.Variables);
        Statement($"{NameOf(variable)} = {value.Bare};");
    }

    private void LoadField(FieldReference field, StackValue owner)
    {
        // What a constructor alone may write stays as it is.
        Reads reads = owner.Reads | (field.Resolve().IsInitOnly ? Reads.Nothing : Reads.Memory);
        stack.Push(CTypes.Load(Member(field, owner), code.Types.Of(field.FieldType), reads));
    }

    private void StoreField(FieldReference field)
    {
        StackValue value = stack.Pop();
        string place = Member(field, stack.Pop());
        stack.KeepThoseThatRead(Reads.Memory);
        Statement($"{place} = {value.Bare};");
    }

    private void LoadStatic(Instruction instruction, FieldReference field)
    {
        if (!field.Resolve().IsInitOnly)
        {
            throw UntranslatableException.At(instruction, "a static field that can change");
        }

        code.Fields.AddStatic(field.Resolve());
        stack.Push(CTypes.Load(code.Names.OfStatic(field), code.Types.Of(field.FieldType), Reads.Nothing));
    }

    private void Length(StackValue array) => stack.Push(new StackValue($"{array.Text}->length", StackType.Int32, array.Reads));

    private StackValue Address(FieldReference field, StackValue owner) => new(
        $"(&{Member(field, owner)})", new StackType(StackKind.Pointer, code.Types.Of(field.FieldType) + " *"), owner.Reads);

    /// <summary>Address of the element that array and index on the stack name.</summary>
    private StackValue Element()
    {
        StackValue[] two = stack.Pop(2);
        string array = two[0].Type.CName["struct ".Length..^2];
        return StackValue.Of(
            $"at_{array}({two[0].Bare}, {two[1].Bare})", new StackType(StackKind.Pointer, code.Types.Arrays[array] + " *"), two);
    }

    private void Load(StackValue address) =>
        stack.Push(CTypes.Load($"(*{address.Text})", address.Type.CName[..^2], address.Reads | Reads.Memory));

    private void Store(StackValue address, StackValue value)
    {
        stack.KeepThoseThatRead(Reads.Memory);
        Statement($"*{address.Text} = {value.Bare};");
    }

    private string Member(FieldReference field, StackValue owner)
    {
        code.Fields.Add(field.Resolve());
        return $"{owner.Text}->{CNames.OfField(field.Name)}";
    }

    private string NameOf(object variable) => variable switch
    {
        ParameterDefinition parameter => CNames.OfParameter(parameter),
        _ => CNames.OfVariable(method, (VariableDefinition)variable),
    };

    private static TypeReference TypeOf(object variable) => variable switch
    {
        ParameterDefinition parameter => parameter.ParameterType,
        _ => ((VariableDefinition)variable).VariableType,
    };
}
