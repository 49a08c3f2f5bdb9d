using System.Net;
using System.Text;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Tests.Journeys;

namespace IqosDevice.Portal.Tests.Security;

public sealed class MalformedTests
{
    private const int Requests = 10_000;

    private static readonly string[] Paths =
    [
        "/api/accounts", "/api/accounts/confirm", "/api/sign-in/code", "/api/sign-in/code/verify", "/api/sign-in/password", "/api/sign-in/refresh",
        "/api/password/forgotten", "/api/password/reset", "/api/devices", "/api/devices/diagnoses", "/api/devices/HDOMESTIC00001/offer",
        "/api/devices/HDOMESTIC00001/accept", "/api/devices/HDOMESTIC00001/replacement", "/api/devices/proofs", "/api/profile/email",
        "/api/profile/password", "/api/profile/delete", "/api/warranty/claims", "/api/lab/devices", "/api/lab/clock",
        "/api/clerk/proofs/00000000-0000-0000-0000-000000000000/accept", "/register", "/sign-in", "/sign-in/verify", "/devices/add",
        "/api/outbox?after=x", "/api/support/shops", "/confirm", "/newsletter/leave", "/devices/%ff", "/api/%2e%2e/x",
    ];

    private static readonly string[] Fields =
    [
        "email", "mobile", "code", "request", "token", "password", "name", "client", "newEmail", "channel", "birthDate", "eventLog", "gauge", "status",
        "member", "ownUse", "shopId", "newOwnerEmail", "refreshToken", "newPassword", "currentPassword", "description", "boughtOn", "days", "seconds",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "1e308", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[[]]", "{}", "[null]", "\"00000000-0000-0000-0000-000000000000\"",
        "\"anna@example.com\"", "\"+36205550101\"", "\"' OR 1=1 --\"", "\"<script>\"", "\"web\"", "\"app\"", "99", "\"2026-13-45\"", "\"\\u202e\"", "\"🚬\"",
    ];

    private static readonly string[] Types =
        ["application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x/y", "multipart/form-data"];

    [Fact]
    public async Task Ten_thousand_malformed_requests_are_all_answered_as_the_senders_fault()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        string token = (await anna.GetAsync("/api/antiforgery")).Json.GetProperty("token").GetString()!;
        PortalClient[] senders = [anna, await portal.OpenAppAsync("anna@example.com"), portal.Visit()];
        var random = new Random(20261123);
        var answers = new Dictionary<HttpStatusCode, int>();
        for (int number = 0; number < Requests; number++)
        {
            string path = Paths[random.Next(Paths.Length)];
            HttpMethod method = random.Next(10) switch { 0 => HttpMethod.Put, 1 => HttpMethod.Delete, 2 => HttpMethod.Get, 3 => HttpMethod.Patch, _ => HttpMethod.Post };
            using HttpContent? content = method == HttpMethod.Get ? null : Create(random);
            PortalClient.Answer answer = await senders[random.Next(senders.Length)].SendAsync(method, path, content, token);
            ((int)answer.Status).ShouldBeLessThan(500, $"request {number}: {method} {path}\n{answer.Body}");
            answers[answer.Status] = answers.GetValueOrDefault(answer.Status) + 1;
        }

        // It was the handlers that answered, and not only the door.
        answers[HttpStatusCode.BadRequest].ShouldBeGreaterThan(2000);
        answers.Keys.ShouldContain(HttpStatusCode.UnsupportedMediaType);
        answers.Keys.ShouldContain(HttpStatusCode.MethodNotAllowed);
        (await anna.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("security-body-size")]
    public async Task A_body_that_is_too_large_is_refused()
    {
        // The limit is Kestrel's, so this one listens.
        await using var world = await JourneyWorld.StartAsync([]);
        using var body = new StringContent($$"""{"email":"{{new string('a', 70_000)}}"}""", Encoding.UTF8, "application/json");
        (await world.Visit().SendAsync(HttpMethod.Post, "/api/accounts", body)).Problem.ShouldBe("too-large");
    }

    [Fact]
    [Rule("security-body-size")]
    public async Task An_upload_that_is_too_large_is_refused_as_that()
    {
        await using var world = await JourneyWorld.StartAsync([]);
        PortalClient anna = await world.JoinAsync("anna@example.com", "+36205550101", "en");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent(new byte[RequestLimits.UploadBodyBytes]), "file", "receipt.pdf" },
        };
        (await anna.SendCheckedAsync(HttpMethod.Post, "/api/devices/proofs", form)).Problem.ShouldBe("too-large");
    }

    [Fact]
    public async Task Fifty_clients_that_sign_in_at_once_are_all_answered_right()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        const int clients = 50;
        for (int number = 0; number < clients; number += 2)
        {
            await portal.RegisterAsync($"c{number}@example.com", $"+3620555{number:D4}");
        }

        PortalClient.Answer[] answers = await Task.WhenAll(Enumerable.Range(0, clients).Select(number => portal.Visit().PostAsync(
            "/api/sign-in/password", new { name = $"c{number}@example.com", password = People.Password, client = "app" })));

        answers.Select(answer => answer.Status).ShouldBe(Enumerable.Range(0, clients)
            .Select(number => number % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
    }

    [Fact]
    [Rule("code-once-at-once")]
    public async Task A_code_that_fifty_clients_try_at_once_lets_one_in()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync();
        string request = (await portal.Visit().PostAsync("/api/sign-in/code", new { address = "anna@example.com" })).Text("request");
        string code = (await portal.ReadMessageAsync("anna@example.com", "sign-in-code")).GetProperty("code").GetString()!;
        PortalClient.Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => portal.Visit().PostAsync(
            "/api/sign-in/code/verify", new { request, code, client = "app" })));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(49);
    }

    private static ByteArrayContent Create(Random random)
    {
        byte[] body = random.Next(4) switch
        {
            0 => Noise(random),
            1 => Encoding.UTF8.GetBytes(Json(random)[..^1]),
            _ => Encoding.UTF8.GetBytes(Json(random)),
        };
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", random.Next(3) == 0 ? Types[random.Next(Types.Length)] : Types[0]);
        return content;
    }

    private static byte[] Noise(Random random)
    {
        byte[] noise = new byte[random.Next(200)];
        random.NextBytes(noise);
        return noise;
    }

    private static string Json(Random random) => "{" + string.Join(",", Enumerable.Range(0, random.Next(1, 8))
        .Select(_ => $"\"{Fields[random.Next(Fields.Length)]}\":{Values[random.Next(Values.Length)]}")) + "}";
}
