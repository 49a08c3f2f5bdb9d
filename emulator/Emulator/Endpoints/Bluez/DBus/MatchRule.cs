using System.Globalization;
using System.Text;

namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// Which messages a client wants (D-Bus specification, "Match Rules").
/// <code>type='signal',interface='org.freedesktop.DBus.Properties',path_namespace='/org/bluez',arg0='org.bluez.Device1'</code>
/// </summary>
internal sealed class MatchRule
{
    private const int MostArguments = 64;

    private readonly SortedDictionary<string, string> conditions = new(StringComparer.Ordinal);
    private readonly List<ArgumentCondition> arguments = [];
    private MessageType? type;
    private string? sender;
    private string? interfaceName;
    private string? member;
    private string? path;
    private string? pathNamespace;
    private string? destination;

    private MatchRule()
    {
    }

    private enum Comparison
    {
        Equal,
        Path,
        Namespace,
    }

    /// <exception cref="DBusError">The rule is not well formed.</exception>
    public static MatchRule Parse(string text)
    {
        if (text.Length > DBusLimits.MostMatchRuleLength)
        {
            throw DBusError.LimitsExceeded($"A match rule has at most {DBusLimits.MostMatchRuleLength} characters.");
        }

        var rule = new MatchRule();
        int position = 0;
        while (position < text.Length)
        {
            int equals = text.IndexOf('=', position);
            if (equals < 0)
            {
                throw DBusError.MatchRuleInvalid($"'{text[position..]}' is no condition.");
            }

            string key = text[position..equals].Trim();
            position = equals + 1;
            string value = ReadValue(text, ref position);
            if (!rule.conditions.TryAdd(key, value))
            {
                throw DBusError.MatchRuleInvalid($"'{key}' is there twice.");
            }

            rule.Add(key, value);
        }

        return rule.path is null || rule.pathNamespace is null
            ? rule
            : throw DBusError.MatchRuleInvalid("path and path_namespace exclude each other.");
    }

    /// <summary>Whether two rules are the same, however they are written: RemoveMatch removes the equal of what was added.</summary>
    public bool IsSameAs(MatchRule other) => conditions.SequenceEqual(other.conditions);

    /// <summary>Whether a message is wanted.</summary>
    /// <param name="header">Its header; the sender's unique name is in it.</param>
    /// <param name="body">Its body, for conditions on arguments.</param>
    /// <param name="owns">Whether the sender has a well-known name.</param>
    public bool Matches(MessageHeader header, ReadOnlySpan<byte> body, Func<string, bool> owns) =>
        (type is null || type == header.Type)
        && (interfaceName is null || interfaceName == header.Interface)
        && (member is null || member == header.Member)
        && (path is null || path == header.Path)
        && (pathNamespace is null || (header.Path is not null && IsBelow(header.Path, pathNamespace, '/')))
        && (destination is null || destination == header.Destination)
        && (sender is null || sender == header.Sender || owns(sender))
        && (arguments.Count == 0 || MatchesArguments(header, body));

    /// <summary>Values are quoted; outside quotes a backslash stands before a quote that is meant.</summary>
    private static string ReadValue(string text, ref int position)
    {
        var value = new StringBuilder();
        bool isQuoted = false;
        for (; position < text.Length && (isQuoted || text[position] != ','); position++)
        {
            char letter = text[position];
            if (letter == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == '\\' && !isQuoted && position + 1 < text.Length && text[position + 1] == '\'')
            {
                value.Append(text[++position]);
            }
            else
            {
                value.Append(letter);
            }
        }

        position++;
        return isQuoted ? throw DBusError.MatchRuleInvalid($"A quote is not closed in {text}.") : value.ToString();
    }

    private static bool IsBelow(string text, string parent, char separator) =>
        text.StartsWith(parent, StringComparison.Ordinal)
        && (text.Length == parent.Length || text[parent.Length] == separator || parent == "/");

    /// <summary>argNpath: equal, or one is a folder, with its slash, above the other.</summary>
    private static bool IsSamePathOrAbove(string text, string other) =>
        text == other
        || (other.EndsWith('/') && text.StartsWith(other, StringComparison.Ordinal))
        || (text.EndsWith('/') && other.StartsWith(text, StringComparison.Ordinal));

    private void Add(string key, string value)
    {
        switch (key)
        {
            case "type": type = ParseType(value); break;
            case "sender": sender = Valid(key, value, Names.IsBus); break;
            case "interface": interfaceName = Valid(key, value, Names.IsInterface); break;
            case "member": member = Valid(key, value, Names.IsMember); break;
            case "path": path = Valid(key, value, Names.IsObjectPath); break;
            case "path_namespace": pathNamespace = Valid(key, value, Names.IsObjectPath); break;
            case "destination": destination = Valid(key, value, Names.IsBus); break;
            case "eavesdrop": Valid(key, value, static text => text is "true" or "false"); break;
            default: AddArgument(key, value); break;
        }
    }

    private void AddArgument(string key, string value)
    {
        const string prefix = "arg";
        const string pathSuffix = "path";
        const string namespaceSuffix = "namespace";
        Comparison comparison = key.EndsWith(pathSuffix, StringComparison.Ordinal) ? Comparison.Path
            : key.EndsWith(namespaceSuffix, StringComparison.Ordinal) ? Comparison.Namespace : Comparison.Equal;
        int suffixLength = comparison switch
        {
            Comparison.Path => pathSuffix.Length,
            Comparison.Namespace => namespaceSuffix.Length,
            _ => 0,
        };
        if (!key.StartsWith(prefix, StringComparison.Ordinal)
            || !int.TryParse(key[prefix.Length..^suffixLength], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || index >= MostArguments
            || (comparison == Comparison.Namespace && index != 0))
        {
            throw DBusError.MatchRuleInvalid($"'{key}' is no key of a match rule.");
        }

        arguments.Add(new ArgumentCondition(index, comparison, value));
    }

    private bool MatchesArguments(MessageHeader header, ReadOnlySpan<byte> body)
    {
        foreach (ArgumentCondition condition in arguments)
        {
            if (!Matches(condition, header, body))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(ArgumentCondition condition, MessageHeader header, ReadOnlySpan<byte> body)
    {
        var reader = new MessageReader(body, header.IsBigEndian);
        ReadOnlySpan<char> rest = header.Signature;
        for (int index = 0; !rest.IsEmpty; index++)
        {
            ReadOnlySpan<char> argument = Signature.First(rest);
            if (index < condition.Index)
            {
                ValueReader.Skip(ref reader, argument, 0);
                rest = rest[argument.Length..];
                continue;
            }

            return argument[0] switch
            {
                's' => condition.Holds(reader.ReadString()),
                'o' when condition.Comparison == Comparison.Path => condition.Holds(reader.ReadObjectPath().Text),
                _ => false,
            };
        }

        return false;
    }

    private static MessageType ParseType(string value) => value switch
    {
        "method_call" => MessageType.MethodCall,
        "method_return" => MessageType.MethodReturn,
        "error" => MessageType.Error,
        "signal" => MessageType.Signal,
        _ => throw DBusError.MatchRuleInvalid($"'{value}' is no type of a message."),
    };

    private static string Valid(string key, string value, Func<ReadOnlySpan<char>, bool> isValid) =>
        isValid(value) ? value : throw DBusError.MatchRuleInvalid($"'{value}' is not a {key}.");

    private sealed record ArgumentCondition(int Index, Comparison Comparison, string Value)
    {
        public bool Holds(string argument) => Comparison switch
        {
            Comparison.Equal => argument == Value,
            Comparison.Path => IsSamePathOrAbove(argument, Value),
            _ => IsBelow(argument, Value, '.'),
        };
    }
}
