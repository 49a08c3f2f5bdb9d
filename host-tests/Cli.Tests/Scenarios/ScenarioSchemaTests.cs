using System.Text.Json;
using Json.Schema;

namespace IqosDevice.Cli.Tests.Scenarios;

/// <summary>The schema that editors are given, asked as an editor asks it.</summary>
public sealed class ScenarioSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "scenario.schema.json")));

    public static TheoryData<string> Shipped => [.. Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "emulator", "Scenarios"), "*.yaml", SearchOption.AllDirectories)
        .Append(Path.Combine(RepositoryRoot.Find(), "emulator", "Cli", "Scenarios", "starter.yaml"))
        .Select(static file => Path.GetRelativePath(RepositoryRoot.Find(), file))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_scenario_is_as_the_schema_says(string file) =>
        ErrorsOf(Path.Combine(RepositoryRoot.Find(), file)).ShouldBeEmpty();

    [Theory]
    [InlineData("steps: [insertStick]")]
    [InlineData("name: No steps")]
    [InlineData("{name: No such key, step: [insertStick], steps: [insertStick]}")]
    [InlineData("{name: No such model, model: ILUMA X, steps: [insertStick]}")]
    [InlineData("{name: No such act, steps: [insertStock]}")]
    [InlineData("{name: No such condition, steps: [{expect: {stake: Session}}]}")]
    public void A_scenario_with_a_mistake_is_not(string yaml)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "wrong.yaml");
        File.WriteAllText(file, yaml);

        ErrorsOf(file).ShouldNotBeEmpty();
    }

    private static string[] ErrorsOf(string file)
    {
        using var document = JsonDocument.Parse(YamlJson.Read(file)!.ToJsonString());
        EvaluationResults results = Schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : [.. results.Details!.Where(static detail => detail.Errors is not null)
                .SelectMany(static detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}")), "not valid"];
    }
}
