using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.DeviceBuild;

/// <summary>Reads listings of the device's assemblies into types and members; for their form see <see cref="Members.ApiListing"/>.</summary>
internal sealed class ApiReader
{
    private const string ObsoleteMark = " [Obsolete]";

    private static readonly string[] Modifiers =
        ["protected ", "static ", "virtual ", "abstract ", "override ", "readonly ", "event "];

    private static readonly Regex TypeLine =
        Pattern(@"^(?<name>\S+) \((?<kind>[a-z ]*(class|struct|enum|interface))( : (?<bases>.*))?\)$");
    private static readonly Regex DelegateLine =
        Pattern(@"^(?<name>[\w.<>, ]+) \(delegate\): \((?<parameters>.*)\) -> (?<type>\S+)$");
    private static readonly Regex ConstantLine = Pattern(@"^const (?<name>\S+) = (?<value>.*) -> (?<type>\S+)$");
    private static readonly Regex GetterLine = Pattern(@"^(?<name>.+)\.get -> (?<type>\S+)$");
    private static readonly Regex SetterLine = Pattern(@"^(?<name>.+)\.set -> void \(value: (?<type>.*)\)$");
    private static readonly Regex MethodLine = Pattern(@"^(?<name>[\w.]+)\((?<parameters>.*)\) -> (?<type>\S+)$");
    private static readonly Regex FieldLine = Pattern(@"^(?<name>[\w.]+) -> (?<type>\S+)$");

    private readonly Dictionary<string, ListedType> types = new(StringComparer.Ordinal);

    /// <summary>Every type, by full name.</summary>
    public IReadOnlyDictionary<string, ListedType> Types => types;

    /// <summary>Reads one listing: first its types, then what belongs to them.</summary>
    public void Read(string assembly, IEnumerable<string> lines)
    {
        var rest = new List<string>();
        var own = new List<ListedType>();
        foreach (var line in lines.Where(line => line.Length != 0 && line[0] != '#'))
        {
            if (TypeOrNull(assembly, line) is { } type)
            {
                types.Add(type.FullName, type);
                own.Add(type);
            }
            else
            {
                rest.Add(line);
            }
        }

        foreach (var type in own)
        {
            types.GetValueOrDefault(type.Namespace)?.Nested.Add(type);
        }

        rest.ForEach(AddMember);
    }

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static ListedType? TypeOrNull(string assembly, string line)
    {
        var obsolete = line.EndsWith(ObsoleteMark, StringComparison.Ordinal);
        var text = obsolete ? line[..^ObsoleteMark.Length] : line;
        if (DelegateLine.Match(text) is { Success: true } call)
        {
            return new()
            {
                FullName = call.Groups["name"].Value,
                Assembly = assembly,
                Kind = "delegate",
                IsObsolete = obsolete,
                Call = new()
                {
                    Name = "Invoke",
                    Modifiers = "",
                    Type = call.Groups["type"].Value,
                    Parameters = call.Groups["parameters"].Value,
                },
            };
        }

        return TypeLine.Match(text) is { Success: true } type
            ? new()
            {
                FullName = type.Groups["name"].Value,
                Assembly = assembly,
                Kind = type.Groups["kind"].Value,
                IsObsolete = obsolete,
                Bases = type.Groups["bases"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries),
            }
            : null;
    }

    private void AddMember(string line)
    {
        var obsolete = line.EndsWith(ObsoleteMark, StringComparison.Ordinal);
        var text = obsolete ? line[..^ObsoleteMark.Length] : line;
        var start = 0;
        while (Array.Find(Modifiers, item => text.AsSpan(start).StartsWith(item, StringComparison.Ordinal)) is { } modifier)
        {
            start += modifier.Length;
        }

        var modifiers = text[..start].TrimEnd();
        var declared = text[start..];
        var match = new[] { ConstantLine, GetterLine, SetterLine, MethodLine, FieldLine }
            .Select(pattern => pattern.Match(declared)).FirstOrDefault(item => item.Success)
            ?? throw new InvalidDataException($"Not understood: {line}");
        var (owner, name) = Split(match.Groups["name"].Value);
        var accessor = GetterLine.IsMatch(declared) ? "get" : SetterLine.IsMatch(declared) ? "set" : null;
        var member = new ListedMember
        {
            Name = name,
            Modifiers = modifiers,
            Type = match.Groups["type"].Value,
            Parameters = match.Groups["parameters"] is { Success: true } parameters ? parameters.Value : null,
            Value = match.Groups["value"] is { Success: true } value ? value.Value : null,
            IsObsolete = obsolete,
        };
        Add(owner, member, accessor);
    }

    private static void Add(ListedType owner, ListedMember member, string? accessor)
    {
        if (accessor is null)
        {
            owner.Members.Add(member);
            return;
        }

        var property = owner.Members.Find(item => item.IsProperty && string.Equals(item.Name, member.Name, StringComparison.Ordinal));
        if (property is null)
        {
            property = member;
            owner.Members.Add(property);
        }

        property.AddAccessor(accessor);
    }

    private (ListedType Owner, string Name) Split(string fullName)
    {
        var end = fullName.IndexOf('[', StringComparison.Ordinal);
        var dot = fullName.LastIndexOf('.', end < 0 ? fullName.Length - 1 : end);
        return (types[fullName[..dot]], fullName[(dot + 1)..]);
    }
}
