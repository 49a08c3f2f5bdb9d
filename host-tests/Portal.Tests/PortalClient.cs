using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace IqosDevice.Portal.Tests;

/// <summary>A client of the JSON API: keeps cookies, sends the antiforgery token, or carries a bearer token.</summary>
internal sealed class PortalClient(HttpMessageHandler handler, string? address = null)
{
    private readonly CookieContainer cookies = new();
    private readonly Uri baseAddress = new(address ?? "http://localhost");

    /// <summary>Bearer token; null for a browser.</summary>
    public string? Token { get; set; }

    public string Language { get; set; } = "en";

    /// <summary>Headers that go with every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendJsonAsync(HttpMethod.Post, path, body ?? new { });

    public Task<Answer> PutAsync(string path, object body) => SendJsonAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendJsonAsync(HttpMethod.Delete, path, null);

    /// <summary>A client that has got hold of this one's cookies.</summary>
    public PortalClient Copy(PortalClient thief)
    {
        thief.cookies.Add(cookies.GetAllCookies());
        return thief;
    }

    /// <summary>Sends without the antiforgery token.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? antiforgery = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(baseAddress, path)) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd(Language);
        foreach ((string name, string value) in Headers)
        {
            request.Headers.Add(name, value);
        }

        if (antiforgery is not null)
        {
            request.Headers.Add("X-Antiforgery", antiforgery);
        }

        if (Token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        string cookie = cookies.GetCookieHeader(baseAddress);
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using HttpResponseMessage response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set))
        {
            foreach (string one in set)
            {
                cookies.SetCookies(baseAddress, one);
            }
        }

        var answer = new Answer(
            response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            await ApiDocument.CheckAsync(this, method, path, answer);
        }

        return answer;
    }

    /// <summary>Sends with the antiforgery token, as a page of the portal would.</summary>
    public async Task<Answer> SendCheckedAsync(HttpMethod method, string path, HttpContent? content)
    {
        string? token = Token is null ? (await GetAsync("/api/antiforgery")).Json.GetProperty("token").GetString() : null;
        return await SendAsync(method, path, content, token);
    }

    private Task<Answer> SendJsonAsync(HttpMethod method, string path, object? body) =>
        SendCheckedAsync(method, path, body is null ? null : JsonContent.Create(body));

    /// <summary>What came back.</summary>
    internal sealed record Answer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        /// <summary>Code of the first problem; null for none.</summary>
        public string? Problem => (int)Status >= 400 && Body.StartsWith('{') ? Json.GetProperty("code").GetString() : null;

        /// <summary>Codes of the problems of one field.</summary>
        public IReadOnlyList<string> ProblemsOf(string field) => Json.GetProperty("errors").TryGetProperty(field, out JsonElement problems)
            ? [.. problems.EnumerateArray().Select(problem => problem.GetProperty("code").GetString()!)]
            : [];

        public string Text(string property) => Json.GetProperty(property).GetString()!;
    }
}
