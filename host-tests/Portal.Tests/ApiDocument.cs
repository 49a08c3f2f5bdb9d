using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IqosDevice.Portal.Tests;

/// <summary>The portal's OpenAPI document. Every refusal that any test meets has to be in it.</summary>
internal static class ApiDocument
{
    private static (Regex Path, int Literals, JsonElement Operations)[]? paths;

    /// <summary>Holds a refusal against what the document says about its endpoint; what is no endpoint is not described either.</summary>
    public static async Task CheckAsync(PortalClient client, HttpMethod method, string path, int status, string code)
    {
        string plain = path.Split('?')[0].TrimEnd('/');
        paths ??= await ReadAsync(client);

        // A portal may have been set up with less than the one whose document is at hand.
        (Describes(paths, method, plain, status, code) || Describes(await ReadAsync(client), method, plain, status, code))
            .ShouldBeTrue($"{method} {path} answered {status} {code}, which its description does not know");
    }

    private static bool Describes((Regex Path, int Literals, JsonElement Operations)[] all, HttpMethod method, string path, int status, string code)
    {
        JsonElement? endpoint = all.Where(one => one.Path.IsMatch(path)).OrderByDescending(one => one.Literals)
            .Select(one => (JsonElement?)one.Operations).FirstOrDefault();
        return endpoint is not { } operations || !operations.TryGetProperty(method.Method.ToLowerInvariant(), out JsonElement operation)
            || (operation.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out JsonElement response)
                && response.GetProperty("description").GetString()!.Contains($"`{code}`", StringComparison.Ordinal));
    }

    private static async Task<(Regex Path, int Literals, JsonElement Operations)[]> ReadAsync(PortalClient client)
    {
        JsonElement document = (await client.GetAsync("/openapi/v1.json")).Json;
        return [.. document.GetProperty("paths").EnumerateObject()
            .Select(path => (Pattern(path.Name.TrimEnd('/')), path.Name.Split('/').Count(part => !part.StartsWith('{')), path.Value))];
    }

    private static Regex Pattern(string template) => new(
        "^" + Regex.Replace(template, @"\{[^}]+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
