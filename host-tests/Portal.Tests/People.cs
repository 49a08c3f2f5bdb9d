using System.Net;
using System.Text.Json;

namespace IqosDevice.Portal.Tests;

/// <summary>People who use the portal, and the steps that most tests begin with.</summary>
internal static class People
{
    public const string Password = "seven blue herons";

    public static object Form(string email, string mobile, string password = Password) => new
    {
        email,
        mobile,
        familyName = "Minta",
        givenName = "Anna",
        birthDate = "1990-02-28",
        postalCode = "1011",
        town = "Budapest",
        street = "Fő utca 1.",
        password,
        smoker = true,
        privacyNotice = true,
    };

    /// <summary>The latest message to somebody about something.</summary>
    public static async Task<JsonElement> ReadMessageAsync(this TestPortal portal, string to, string topic)
    {
        PortalClient.Answer outbox = await portal.Visit().GetAsync($"/api/outbox?to={Uri.EscapeDataString(to)}&topic={topic}");
        JsonElement[] messages = [.. outbox.Json.EnumerateArray()];
        messages.ShouldNotBeEmpty($"no {topic} went to {to}");
        return messages[^1];
    }

    public static async Task<int> CountMessagesAsync(this TestPortal portal, string to, string? topic = null)
    {
        string query = $"/api/outbox?to={Uri.EscapeDataString(to)}" + (topic is null ? string.Empty : "&topic=" + topic);
        return (await portal.Visit().GetAsync(query)).Json.GetArrayLength();
    }

    public static async Task<string> ReadTokenAsync(this TestPortal portal, string to, string topic = "confirm-email") =>
        (await portal.ReadMessageAsync(to, topic)).GetProperty("link").GetString()!.Split("token=")[1];

    /// <summary>Registers and confirms the e-mail address.</summary>
    public static async Task RegisterAsync(this TestPortal portal, string email, string mobile)
    {
        PortalClient visitor = portal.Visit();
        (await visitor.PostAsync("/api/accounts", Form(email, mobile))).Status.ShouldBe(HttpStatusCode.Accepted);
        (await visitor.PostAsync("/api/accounts/confirm", new { token = await portal.ReadTokenAsync(email) })).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>A customer with a confirmed address and number, signed in on the web.</summary>
    public static async Task<PortalClient> JoinAsync(this TestPortal portal, string email = "anna@example.com", string mobile = "+36205550101")
    {
        await portal.RegisterAsync(email, mobile);
        PortalClient customer = await portal.SignInAsync(email);
        string request = (await customer.PostAsync("/api/profile/mobile/code")).Text("request");
        string code = (await portal.ReadMessageAsync(mobile, "confirm-mobile")).GetProperty("code").GetString()!;
        (await customer.PostAsync("/api/profile/mobile/confirm", new { request, code })).Status.ShouldBe(HttpStatusCode.NoContent);
        return customer;
    }

    public static async Task<PortalClient> SignInAsync(this TestPortal portal, string name, string password = Password)
    {
        PortalClient visitor = portal.Visit();
        PortalClient.Answer answer = await visitor.PostAsync("/api/sign-in/password", new { name, password, client = "web" });
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return visitor;
    }

    /// <summary>The same person in the app.</summary>
    public static async Task<PortalClient> OpenAppAsync(this TestPortal portal, string name)
    {
        PortalClient app = portal.Visit();
        PortalClient.Answer answer = await app.PostAsync("/api/sign-in/password", new { name, password = Password, client = "app" });
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        app.Token = answer.Text("accessToken");
        return app;
    }

    public static Task<PortalClient> SignInClerkAsync(this TestPortal portal) => portal.SignInAsync(PortalServer.ClerkName, portal.ClerkPassword);
}
