using System.Globalization;
using System.Reflection;
using System.Text;
using IqosDevice.Firmware.Core.Safety;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>The tables of docs/safety.md, made from <see cref="SafetyTable"/>: one under each section's heading.</summary>
internal static class SafetyGuide
{
    public const string FileName = "docs/safety.md";

    private const string Begin = "<!-- rows: ";
    private const string End = "<!-- end of rows -->";

    private static readonly string[] Sections = ["a-sensor", "b-heater", "c-supervision", "d-battery", "e-self-test"];

    /// <summary>The rows, in order.</summary>
    public static IReadOnlyList<SafetyRow> Rows { get; } =
        [.. Enumerable.Range(1, SafetyTable.RowCount).Select(number => SafetyTable.RowOf(number)!)];

    /// <summary>The guide with its tables made anew; everything else stays as it is.</summary>
    public static string WithTables(string guide) => Sections.Aggregate(guide, WithTable);

    /// <summary>Classes that call themselves a row's, by that row.</summary>
    public static ILookup<int, Type> Checks { get; } = typeof(SafetyTable).Assembly.GetTypes()
        .Select(type => (Type: type, Row: type.GetField("Row", BindingFlags.Public | BindingFlags.Static)))
        .Where(pair => pair.Row is { IsLiteral: true })
        .ToLookup(pair => (int)pair.Row!.GetRawConstantValue()!, pair => pair.Type);

    private static string WithTable(string guide, string section)
    {
        var begin = guide.IndexOf(Begin + section, StringComparison.Ordinal);
        if (begin < 0)
        {
            throw new InvalidOperationException($"{FileName} has no line \"{Begin}{section} -->\".");
        }

        begin = guide.IndexOf('\n', begin) + 1;
        return guide[..begin] + Table(section) + guide[guide.IndexOf(End, begin, StringComparison.Ordinal)..];
    }

    private static string Table(string section)
    {
        var table = new StringBuilder("\n| row | what | act | fires | by | the user reads |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in Rows.Where(row => SafetyTable.SectionOf(row.Number).Equals(section, StringComparison.Ordinal)))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {row.Number} | {row.Name} | {Word(row.Act)} | {row.Limit} | {By(row)} | {row.Text} |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string By(SafetyRow row) => row.By.Contains(' ', StringComparison.Ordinal) || row.By.Length < 2 ? row.By : $"`{row.By}`";

    private static string Word(SafetyAct act) => act switch
    {
        SafetyAct.None => "–",
        SafetyAct.Warn => "warn",
        SafetyAct.WarnThenTrip => "warn, then trip",
        SafetyAct.Refuse => "refuse",
        SafetyAct.WithholdHeartbeat => "no heartbeat",
        SafetyAct.Trip => "trip",
        SafetyAct.LockOut => "lock-out",
        _ => throw new InvalidOperationException($"There is no word for {act}."),
    };
}
