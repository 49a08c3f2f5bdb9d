using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>Finds everything that a type refers to: in its declaration, its members' signatures and their IL.</summary>
internal static class Uses
{
    /// <summary>
    /// All uses by a type and the types nested in it. Types come as written (arrays, generic instances); see
    /// <see cref="Elements"/>. What only the host's compiler inserts is left out (<see cref="CompilerInserted"/>).
    /// </summary>
    public static IEnumerable<Use> Of(TypeDefinition outermost) =>
        CompiledCode.WithNested(outermost).SelectMany(OfOne).Where(use => !CompilerInserted.IsNoise(use.Target));

    /// <summary>The methods with a body of a type and the types nested in it.</summary>
    public static IEnumerable<MethodDefinition> Bodies(TypeDefinition outermost) =>
        CompiledCode.WithNested(outermost).SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>The type itself, or what an array, reference, pointer or generic instance is made of.</summary>
    public static IEnumerable<TypeReference> Elements(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Elements).Prepend(generic.ElementType),
        IModifierType modified => Elements(modified.ElementType).Append(modified.ModifierType),
        FunctionPointerType or GenericParameter => [],
        TypeSpecification specification => Elements(specification.ElementType),
        _ => [type],
    };

    private static IEnumerable<Use> OfOne(TypeDefinition type)
    {
        var name = type.FullName;
        var declared = type.Interfaces.Select(item => item.InterfaceType)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.GenericParameters.SelectMany(item => item.Constraints).Select(item => item.ConstraintType));
        foreach (var used in type.BaseType is null ? declared : declared.Prepend(type.BaseType))
        {
            yield return new(name, used);
        }

        var attributes = type.CustomAttributes
            .Concat(type.Fields.SelectMany(field => field.CustomAttributes))
            .Concat(type.Properties.SelectMany(property => property.CustomAttributes))
            .Concat(type.Methods.SelectMany(method => method.CustomAttributes));
        foreach (var attribute in attributes)
        {
            yield return new(name, attribute.Constructor);
        }

        foreach (var use in type.Methods.SelectMany(OfMethod))
        {
            yield return use;
        }
    }

    private static IEnumerable<Use> OfMethod(MethodDefinition method)
    {
        var where = $"{method.DeclaringType.FullName}.{method.Name}";
        var types = method.Parameters.Select(parameter => parameter.ParameterType)
            .Prepend(method.ReturnType);
        if (method.HasBody)
        {
            types = types.Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>());
        }

        foreach (var type in types)
        {
            yield return new(where, type);
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is MemberReference target && !CompilerInserted.IsEventSwap(method, target))
            {
                yield return new(where, target);
            }
        }
    }
}
