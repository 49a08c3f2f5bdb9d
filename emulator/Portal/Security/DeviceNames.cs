namespace IqosDevice.Portal.Security;

/// <summary>Names browsers and apps for people, from what they say about themselves.</summary>
public static class DeviceNames
{
    public const int Longest = 40;

    // The order matters: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>E.g. <c>Firefox, Linux</c>; the first word where it is no browser, "–" where nothing is said.</summary>
    public static string Of(string? userAgent)
    {
        string text = userAgent ?? string.Empty;
        string program = Find(Browsers, text) ?? FirstWord(text);
        string name = Find(Systems, text) is { } system && program.Length > 0 ? $"{program}, {system}" : program;
        return name.Length == 0 ? "–" : name;
    }

    private static string? Find((string Mark, string Name)[] names, string text) =>
        Array.Find(names, name => text.Contains(name.Mark, StringComparison.Ordinal)).Name;

    private static string FirstWord(string text)
    {
        const int longestWord = 24;
        string word = new([.. text.TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')]);
        return word.Length <= longestWord ? word : word[..longestWord];
    }
}
