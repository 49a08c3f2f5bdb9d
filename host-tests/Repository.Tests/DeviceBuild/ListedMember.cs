using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.DeviceBuild;

/// <summary>One member of a listing, in words that C# can say again; accessors of one property are joined.</summary>
internal sealed class ListedMember
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
    };

    private static readonly Regex DottedName =
        new(@"\b[A-Za-z_]\w*(\.\w+)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private readonly List<string> accessors = [];

    /// <summary>Last part of the name; <c>this[…]</c> for an indexer.</summary>
    public required string Name { get; init; }

    /// <summary>"protected override", "static readonly", "static event", or nothing.</summary>
    public required string Modifiers { get; init; }

    /// <summary>Type of a value, result of a method.</summary>
    public required string Type { get; init; }

    /// <summary>Of a method; null for all else.</summary>
    public string? Parameters { get; init; }

    /// <summary>Of a constant; null for all else.</summary>
    public string? Value { get; init; }

    public bool IsObsolete { get; init; }

    public bool IsProperty => accessors.Count != 0;

    private bool IsEvent => Modifiers.EndsWith("event", StringComparison.Ordinal);

    private string Accessors => $"{{ {string.Concat(accessors.Select(accessor => accessor + "; "))}}}";

    /// <summary>Adds "get" or "set".</summary>
    public void AddAccessor(string accessor) => accessors.Add(accessor);

    /// <summary>The member as a declaration without a body: in an interface, or extern in a class or struct.</summary>
    /// <param name="owner">The type that declares it.</param>
    public string Declaration(ListedType owner) =>
        (IsObsolete ? "[global::System.Obsolete] " : "")
        + (owner.IsInterface ? $"{(IsEvent ? "event " : "")}{Signature(Name)}" : OfClass(owner));

    /// <summary>The member as a class implements it without showing it.</summary>
    public string Implementation(ListedType contract)
    {
        var name = $"global::{contract.FullName}.{Name}";
        return IsEvent
            ? $"event {Rooted(Type)} {name} {{ add {{ throw null; }} remove {{ throw null; }} }}"
            : $"extern {Signature(name)}";
    }

    /// <summary>Type names from the root, so that no namespace hides them.</summary>
    public static string Rooted(string types) => DottedName.Replace(types, "global::$0");

    /// <summary>"params object[] args, string s = null" with rooted types and names that may be keywords.</summary>
    public static string RootedParameters(string parameters) =>
        string.Join(", ", parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(RootedParameter));

    private static string RootedParameter(string parameter)
    {
        var parts = parameter.Split(" = ", 2);
        var space = parts[0].LastIndexOf(' ');
        var declared = $"{Rooted(parts[0][..space])} @{parts[0][(space + 1)..]}";
        var type = parts[0][..space];
        if (parts.Length == 1)
        {
            return declared;
        }

        // The default of an enum is listed as its number.
        return type.Contains('.', StringComparison.Ordinal) && parts[1] is not "null"
            ? $"{declared} = ({Rooted(type)})({parts[1]})"
            : $"{declared} = {parts[1]}";
    }

    private string OfClass(ListedType owner)
    {
        var access = Modifiers.Contains("protected", StringComparison.Ordinal) ? "" : "public ";
        var modifiers = owner.CanBeDerivedFrom ? Modifiers : Modifiers.Replace("virtual", "", StringComparison.Ordinal);
        if (Value is not null)
        {
            return $"{access}const {Rooted(Type)} {Name} = ({Rooted(Type)})({Number(Value)});";
        }

        if (Parameters is null && !IsProperty && !IsEvent)
        {
            return $"{access}{modifiers} {Rooted(Type)} {Name};";
        }

        var external = modifiers.Contains("abstract", StringComparison.Ordinal) ? "" : "extern ";
        return string.Equals(Name, owner.Name, StringComparison.Ordinal)
            ? $"{access}{external}{modifiers} {Name}({RootedParameters(Parameters!)});"
            : $"{access}{external}{modifiers} {Signature(Name)}";
    }

    private string Signature(string name) => (Parameters, Name) switch
    {
        (null, _) when IsProperty => $"{Rooted(Type)} {WithRootedIndex(name)} {Accessors}",
        (null, _) => $"{Rooted(Type)} {name};",
        (_, "op_Implicit") => $"implicit operator {Rooted(Type)}({RootedParameters(Parameters)});",
        (_, "op_Explicit") => $"explicit operator {Rooted(Type)}({RootedParameters(Parameters)});",
        _ when Operators.TryGetValue(Name, out var sign) =>
            $"{Rooted(Type)} operator {sign}({RootedParameters(Parameters)});",
        _ => $"{Rooted(Type)} {name}({RootedParameters(Parameters)});",
    };

    private static string WithRootedIndex(string name)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? name : $"{name[..bracket]}[{RootedParameters(name[(bracket + 1)..^1])}]";
    }

    private static string Number(string value) => value switch
    {
        "NaN" => "0.0 / 0.0",
        "Infinity" => "1.0 / 0.0",
        "-Infinity" => "-1.0 / 0.0",
        _ => value,
    };
}
