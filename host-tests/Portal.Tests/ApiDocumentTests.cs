using System.Text.Json;

namespace IqosDevice.Portal.Tests;

/// <summary>The OpenAPI document is enough to write a client from: every body has a named shape, every failure is a problem.</summary>
public sealed class ApiDocumentTests
{
    private static readonly string[] Plain = ["string", "integer", "number", "boolean"];

    [Fact]
    [Rule("api-typed")]
    public async Task Every_operation_names_the_shape_of_what_it_answers()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        JsonElement document = await ApiDocument.LoadAsync(portal.Visit());
        (string Name, JsonElement Operation)[] operations = Operations(document);
        operations.Length.ShouldBeGreaterThan(40);
        foreach ((string name, JsonElement operation) in operations)
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(name);
            JsonProperty[] responses = [.. operation.GetProperty("responses").EnumerateObject()];
            JsonProperty[] successes = [.. responses.Where(response => response.Name.StartsWith('2'))];
            successes.ShouldNotBeEmpty(name);
            successes.ShouldAllBe(success => IsTyped(document, success), name);
            responses.Where(response => response.Name[0] is '4' or '5').ShouldNotBeEmpty(name);
            responses.Where(response => response.Name[0] is '4' or '5').ShouldAllBe(refusal => IsProblem(refusal.Value), name);
        }
    }

    [Fact]
    [Rule("api-typed")]
    public async Task Every_named_shape_says_what_it_holds()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        JsonElement document = await ApiDocument.LoadAsync(portal.Visit());
        foreach (JsonProperty schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            (schema.Value.TryGetProperty("properties", out _) || schema.Value.TryGetProperty("enum", out _) || schema.Value.TryGetProperty("items", out _)
                || Plain.Contains(schema.Value.TryGetProperty("type", out JsonElement type) ? type.ToString() : string.Empty)).ShouldBeTrue(schema.Name);
        }
    }

    private static (string Name, JsonElement Operation)[] Operations(JsonElement document) =>
        [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => ($"{operation.Name} {path.Name}", operation.Value)))];

    // Without a body the status says all.
    private static bool IsTyped(JsonElement document, JsonProperty success) => success.Value.TryGetProperty("content", out JsonElement content)
        ? content.EnumerateObject().All(media => IsNamed(document, media.Value.GetProperty("schema")))
        : success.Name is "202" or "204";

    private static bool IsNamed(JsonElement document, JsonElement schema) =>
        schema.TryGetProperty("$ref", out _) || (schema.TryGetProperty("items", out JsonElement items)
            && (items.TryGetProperty("$ref", out _) || Plain.Contains(items.GetProperty("type").ToString())));

    private static bool IsProblem(JsonElement refusal) =>
        refusal.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString() == "#/components/schemas/ProblemView";
}
