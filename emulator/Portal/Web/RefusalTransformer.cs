using System.Globalization;
using IqosDevice.Portal.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IqosDevice.Portal.Web;

/// <summary>Writes into the OpenAPI document why an endpoint refuses: by status, each code with its sentence.</summary>
internal sealed class RefusalTransformer : IOpenApiOperationTransformer
{
    private static readonly string[] OfAll = ["too-many-requests", "not-stored"];
    private static readonly string[] OfSignedIn = ["sign-in-needed", "not-allowed"];
    private static readonly string[] OfChanges = ["malformed", "antiforgery", "too-large", "wrong-type"];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        IEnumerable<string> codes = OfAll
            .Concat(metadata.OfType<IAuthorizeData>().Any() ? OfSignedIn : [])
            .Concat(context.Description.HttpMethod is "GET" ? ["malformed"] : OfChanges)
            .Concat(metadata.OfType<WebOnlyMark>().Select(mark => mark.Code))
            .Concat(metadata.OfType<Refusals>().SelectMany(refusals => refusals.Codes));
        context.Document!.AddComponent(nameof(ProblemView), await context.GetOrCreateSchemaAsync(typeof(ProblemView), parameterDescription: null, cancellationToken));
        var schema = new OpenApiSchemaReference(nameof(ProblemView), context.Document);
        operation.Responses ??= new OpenApiResponses();
        foreach (IGrouping<int, string> status in codes.Distinct(StringComparer.Ordinal).GroupBy(code => ProblemCatalogue.Of(code).Status).OrderBy(group => group.Key))
        {
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join('\n', status.Select(code => $"`{code}`: {ProblemCatalogue.Of(code).Wording.English}")),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = schema } },
            };
        }
    }
}
