using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IqosDevice.Portal.Tests;

/// <summary>The portal's OpenAPI document. Whatever any test is answered has to be in it: each refusal, and the shape of each body.</summary>
internal static class ApiDocument
{
    private static Described? first;

    /// <summary>Holds an answer against what the document says about its endpoint; what is no endpoint is not described either.</summary>
    public static async Task CheckAsync(PortalClient client, HttpMethod method, string path, PortalClient.Answer answer)
    {
        string plain = path.Split('?')[0].TrimEnd('/');
        first ??= await ReadAsync(client);

        // A portal may have been set up with less than the one whose document is at hand.
        string? difference = first.Differs(method, plain, answer);
        difference = difference is null ? null : (await ReadAsync(client)).Differs(method, plain, answer);
        difference.ShouldBeNull($"{method} {path} answered {(int)answer.Status} {answer.Body}");
    }

    public static async Task<JsonElement> LoadAsync(PortalClient client) => (await client.GetAsync("/openapi/v1.json")).Json;

    private static async Task<Described> ReadAsync(PortalClient client) => new(await LoadAsync(client));

    private sealed class Described(JsonElement document)
    {
        private readonly (Regex Path, int Literals, JsonElement Operations)[] paths = [.. document.GetProperty("paths").EnumerateObject()
            .Select(path => (Pattern(path.Name.TrimEnd('/')), path.Name.Split('/').Count(part => !part.StartsWith('{')), path.Value))];

        public string? Differs(HttpMethod method, string path, PortalClient.Answer answer)
        {
            JsonElement? endpoint = paths.Where(one => one.Path.IsMatch(path)).OrderByDescending(one => one.Literals)
                .Select(one => (JsonElement?)one.Operations).FirstOrDefault();
            if (endpoint is not { } operations || !operations.TryGetProperty(method.Method.ToLowerInvariant(), out JsonElement operation))
            {
                return null;
            }

            string status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
            if (!operation.GetProperty("responses").TryGetProperty(status, out JsonElement response))
            {
                return $"its description does not know {status}";
            }

            return answer.Problem is { } problem && !response.GetProperty("description").GetString()!.Contains($"`{problem}`", StringComparison.Ordinal)
                ? $"its description does not know {problem}"
                : DiffersInBody(response, answer);
        }

        private string? DiffersInBody(JsonElement response, PortalClient.Answer answer)
        {
            string type = answer.Headers.GetValueOrDefault("Content-Type", string.Empty).Split(';')[0];
            return answer.Body.Length == 0 ? null
                : !response.TryGetProperty("content", out JsonElement content) || !content.TryGetProperty(type, out JsonElement media) ? $"its description has no {type}"
                : type is MediaTypeNames.Application.Json or MediaTypeNames.Application.ProblemJson ? ApiSchema.Differs(document, media.GetProperty("schema"), answer.Json)
                : null;
        }

        private static Regex Pattern(string template) => new(
            "^" + Regex.Replace(template, @"\{[^}]+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }
}
