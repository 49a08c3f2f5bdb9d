using System.Globalization;
using System.Text.Json.Nodes;
using IqosDevice.Emulator.Holder.Control;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IqosDevice.Cli.Dashboard.Api;

/// <summary>Describes each verb's parameters in the OpenAPI document, from the same table as its route.</summary>
internal static class VerbOperations
{
    private const string Json = "application/json";

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        ControlVerb? verb = context.Description.ActionDescriptor.EndpointMetadata.OfType<ControlVerb>().FirstOrDefault();
        if (verb is not null)
        {
            Describe(operation, verb);
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, ControlVerb verb)
    {
        if (verb.Kind == ControlVerbKind.Look)
        {
            operation.Parameters = [.. verb.Parameters.Select(CreateQueryParameter)];
        }
        else
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = verb.Parameters.Any(IsRequired),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Json] = new() { Schema = CreateBody(verb) } },
            };
        }

        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "Done; the result." },
            ["400"] = new OpenApiResponse { Description = "It cannot be done; the detail says why and what can." },
            ["401"] = new OpenApiResponse { Description = "The token is missing or wrong." },
        };
    }

    private static IOpenApiParameter CreateQueryParameter(ControlParameter parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = IsRequired(parameter),
        Description = parameter.Describe(),
        Schema = CreateSchema(parameter),
    };

    private static OpenApiSchema CreateBody(ControlVerb verb) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = verb.Parameters.ToDictionary(
            parameter => parameter.Name, IOpenApiSchema (parameter) => CreateSchema(parameter), StringComparer.Ordinal),
        Required = verb.Parameters.Where(IsRequired).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema CreateSchema(ControlParameter parameter)
    {
        OpenApiSchema schema = parameter.Type switch
        {
            ControlParameterType.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ControlParameterType.Choice => CreateChoice(parameter),
            ControlParameterType.Text => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ControlParameter.LongestText },
            ControlParameterType.WholeNumber => CreateNumber(parameter, JsonSchemaType.Integer),
            ControlParameterType.Number => CreateNumber(parameter, JsonSchemaType.Number),
            _ => new OpenApiSchema { OneOf = [CreateNumber(parameter, JsonSchemaType.Number), CreateChoice(parameter)] },
        };
        schema.Description = parameter.Describe();
        schema.Default = parameter.Default switch
        {
            double number => JsonValue.Create(number),
            bool flag => JsonValue.Create(flag),
            string text => JsonValue.Create(text),
            _ => null,
        };
        return schema;
    }

    private static OpenApiSchema CreateNumber(ControlParameter parameter, JsonSchemaType type) => new()
    {
        Type = type,
        Minimum = parameter.Minimum.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum.ToString(CultureInfo.InvariantCulture),
    };

    private static OpenApiSchema CreateChoice(ControlParameter parameter) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. parameter.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))],
    };

    private static bool IsRequired(ControlParameter parameter) => parameter.Default is null;
}
