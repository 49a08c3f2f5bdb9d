using System.Text;

namespace IqosDevice.Repository.Tests.DeviceBuild;

/// <summary>
/// C# of an assembly with exactly the listed surface and no bodies. What a listing cannot say is filled in so that it
/// adds nothing a caller could name: a class without a listed constructor gets an internal one, a struct a private
/// field, and interfaces are implemented explicitly.
/// </summary>
internal sealed class ReferenceSource(IReadOnlyDictionary<string, ListedType> types)
{
    private readonly StringBuilder text = new();

    /// <summary>The source of one assembly.</summary>
    public string Of(string assembly)
    {
        text.Clear();
        foreach (var type in types.Values.Where(type => string.Equals(type.Assembly, assembly, StringComparison.Ordinal)))
        {
            if (!types.ContainsKey(type.Namespace))
            {
                text.AppendLine($"namespace {type.Namespace} {{");
                Append(type);
                text.AppendLine("}");
            }
        }

        return text.ToString();
    }

    private void Append(ListedType type)
    {
        if (type.IsObsolete)
        {
            text.AppendLine("[global::System.Obsolete]");
        }

        if (IsAttribute(type))
        {
            // Listings do not tell which attributes may stand more than once.
            text.AppendLine("[global::System.AttributeUsage(global::System.AttributeTargets.All, AllowMultiple = true)]");
        }

        if (type.Call is { } call)
        {
            text.AppendLine(
                $"public delegate {ListedMember.Rooted(call.Type)} {type.Name}({ListedMember.RootedParameters(call.Parameters!)});");
            return;
        }

        var bases = type.Bases.Count == 0 ? "" : " : " + string.Join(", ", type.Bases.Select(ListedMember.Rooted));
        text.AppendLine($"public {type.Kind} {type.Name}{bases} {{");
        if (type.Kind is "enum")
        {
            type.Members.ForEach(member => text.AppendLine($"{member.Name} = {member.Value},"));
        }
        else
        {
            type.Members.ForEach(member => text.AppendLine(member.Declaration(type)));
            type.Nested.ForEach(Append);
            AppendUnlisted(type);
        }

        text.AppendLine("}");
    }

    private void AppendUnlisted(ListedType type)
    {
        if (type.Kind is "struct")
        {
            text.AppendLine("private int unlisted;");
        }
        else if (type.Kind.EndsWith("class", StringComparison.Ordinal) && type.Kind is not "static class"
            && !type.Members.Exists(member => string.Equals(member.Name, type.Name, StringComparison.Ordinal)))
        {
            text.AppendLine($"internal extern {type.Name}();");
        }

        if (!type.IsInterface)
        {
            foreach (var contract in type.Bases.SelectMany(Contracts).Distinct())
            {
                contract.Members.ForEach(member => text.AppendLine(member.Implementation(contract)));
            }
        }
    }

    /// <summary>The interface of this name and those that it extends.</summary>
    private IEnumerable<ListedType> Contracts(string name) =>
        types.TryGetValue(name, out var type) && type.IsInterface ? type.Bases.SelectMany(Contracts).Prepend(type) : [];

    private bool IsAttribute(ListedType type) =>
        type.Bases.Any(parent => parent is "System.Attribute" || (types.TryGetValue(parent, out var known) && IsAttribute(known)));
}
