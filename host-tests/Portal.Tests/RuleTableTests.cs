using System.Reflection;

namespace IqosDevice.Portal.Tests;

/// <summary>
/// The table of rules in <c>docs/portal.md</c> says for each rule where it is and which tests hold it, and this keeps it
/// true. <c>UPDATE_PORTAL_RULES=1</c> writes the tests into it.
/// </summary>
public sealed class RuleTableTests
{
    private const string Document = "docs/portal.md";
    private const int Columns = 6;

    private static readonly ILookup<string, string> Tests = typeof(RuleTableTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttribute<RuleAttribute>()?.Names.Select(rule => (rule, Test: $"{method.DeclaringType!.Name}.{method.Name}")) ?? [])
        .OrderBy(pair => pair.Test, StringComparer.Ordinal).ToLookup(pair => pair.rule, pair => pair.Test, StringComparer.Ordinal);

    /// <summary>Names of the rules that tests hold.</summary>
    public static IEnumerable<string> Rules => Tests.Select(rule => rule.Key);

    [Fact]
    public async Task Every_rule_of_the_table_is_held_by_the_tests_that_it_names()
    {
        string[] lines = await File.ReadAllLinesAsync(RepositoryPath.Of(Document), TestContext.Current.CancellationToken);
        string[] written = [.. lines.Select(Fill)];
        if (Environment.GetEnvironmentVariable("UPDATE_PORTAL_RULES") == "1")
        {
            await File.WriteAllTextAsync(RepositoryPath.Of(Document), string.Join('\n', written) + "\n", TestContext.Current.CancellationToken);
        }

        lines.ShouldBe(written);
        string[] rules = [.. lines.Where(IsRule).Select(NameOf)];
        rules.ShouldBe(Tests.Select(rule => rule.Key), ignoreOrder: true);
        rules.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_rule_names_the_file_that_holds_it()
    {
        string[] lines = await File.ReadAllLinesAsync(RepositoryPath.Of(Document), TestContext.Current.CancellationToken);
        foreach (string line in lines.Where(IsRule))
        {
            string file = line.Split('|')[3].Trim().Trim('`');
            File.Exists(RepositoryPath.Of("emulator/Portal/" + file)).ShouldBeTrue(line);
        }
    }

    private static string Fill(string line)
    {
        if (!IsRule(line))
        {
            return line;
        }

        string[] cells = line.Split('|');
        cells[4] = $" {string.Join(", ", Tests[NameOf(line)].Select(test => $"`{test}`"))} ";
        return string.Join('|', cells);
    }

    private static bool IsRule(string line) => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|').Length == Columns
        && line.Split('|')[3].Contains('.', StringComparison.Ordinal);

    private static string NameOf(string line) => line.Split('|')[1].Trim().Trim('`');
}
