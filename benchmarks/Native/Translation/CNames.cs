using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>Names in C for what has a name in .NET: the same where C has nothing against it.</summary>
internal sealed class CNames
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "auto", "bool", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "false",
        "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static",
        "struct", "switch", "true", "typedef", "union", "unsigned", "void", "volatile", "while", "self", "world", "initial",
    };

    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    /// <summary>Tag of a class's structure.</summary>
    /// <exception cref="UntranslatableException">Two classes have the same name.</exception>
    public string OfType(TypeReference type) => OfType(type.FullName);

    /// <inheritdoc cref="OfType(TypeReference)"/>
    public string OfType(string fullName)
    {
        string whole = fullName.Replace('+', '/');
        string name = whole[(whole.LastIndexOf('.') + 1)..].Replace('/', '_');
        return types.TryAdd(name, whole) || types[name] == whole
            ? name
            : throw new UntranslatableException($"{whole} and {types[name]} have the same name in C.");
    }

    /// <summary>A function; methods that share a name are told apart by their parameters.</summary>
    public string OfMethod(MethodDefinition method)
    {
        string name = $"{OfType(method.DeclaringType)}_{method.Name.TrimStart('.')}";
        return method.DeclaringType.Methods.Count(other => other.Name == method.Name) == 1
            ? name
            : string.Join('_', method.Parameters.Select(static parameter => parameter.ParameterType.Name.Replace("[]", "s").Replace("&", "_ref"))
                .Prepend(name));
    }

    /// <summary>A member of a structure: of a property without a body, the property's name.</summary>
    public static string OfField(string name) =>
        Free(name.StartsWith('<') ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name);

    /// <summary>A static field.</summary>
    public string OfStatic(FieldReference field) => $"{OfType(field.DeclaringType)}_{OfField(field.Name)}";

    /// <summary>A parameter; <c>self</c> for the object itself.</summary>
    public static string OfParameter(ParameterDefinition parameter) =>
        parameter.Index < 0 ? "self" : Free(parameter.Name.Length > 0 ? parameter.Name : $"p{parameter.Index}");

    /// <summary>A local variable: by its name in the source where symbols tell it, with its number where another has that name.</summary>
    public static string OfVariable(MethodDefinition method, VariableDefinition variable)
    {
        if (!method.DebugInformation.TryGetName(variable, out string name))
        {
            return $"v{variable.Index}";
        }

        bool isAlone = method.Body.Variables.Count(other => method.DebugInformation.TryGetName(other, out string others) && others == name) == 1
            && method.Parameters.All(parameter => parameter.Name != name);
        return isAlone ? Free(name) : $"{name}_{variable.Index}";
    }

    // A letter and a number is what the translation calls its own variables.
    private static string Free(string name) =>
        Taken.Contains(name) || (name.Length > 1 && char.IsAsciiDigit(name[1])) ? name + "_" : name;
}
