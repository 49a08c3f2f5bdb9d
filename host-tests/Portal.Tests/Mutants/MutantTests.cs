namespace IqosDevice.Portal.Tests.Mutants;

/// <summary>Every rule has a mutant, and every mutant still finds what it replaces; <c>run.py</c> beside it tries them.</summary>
public sealed class MutantTests
{
    private const string Mutants = "host-tests/Portal.Tests/Mutants/mutants.txt";

    [Fact]
    public async Task Every_rule_of_the_table_has_a_mutant_and_every_mutant_a_rule()
    {
        string[] lines = await File.ReadAllLinesAsync(RepositoryPath.Of(Mutants), TestContext.Current.CancellationToken);
        lines.Where(line => line.StartsWith("@ ", StringComparison.Ordinal)).SelectMany(line => line[2..].Split(' ')).Distinct(StringComparer.Ordinal)
            .ShouldBe(RuleTableTests.Rules, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_text_that_a_mutant_replaces_is_in_the_code_once()
    {
        string file = string.Empty;
        string replaced = string.Empty;
        foreach (string line in await File.ReadAllLinesAsync(RepositoryPath.Of(Mutants), TestContext.Current.CancellationToken))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                replaced += (replaced.Length > 0 ? "\n" : string.Empty) + line[2..];
                continue;
            }

            if (replaced.Length > 0)
            {
                string code = await File.ReadAllTextAsync(RepositoryPath.Of("emulator/Portal/" + file), TestContext.Current.CancellationToken);
                (code.Split(replaced).Length - 1).ShouldBe(1, $"{file}: {replaced}");
                replaced = string.Empty;
            }

            file = line.Length > 0 && line[0] is not ('+' or '@' or '#') ? line : file;
        }
    }
}
