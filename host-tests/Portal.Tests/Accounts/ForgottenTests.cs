using System.Net;

namespace IqosDevice.Portal.Tests.Accounts;

/// <summary>Getting in again without the password or the address.</summary>
public sealed class ForgottenTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    [Fact]
    [Rule("forgotten-name")]
    public async Task A_forgotten_user_name_is_read_after_signing_in_by_mobile()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        PortalClient visitor = portal.Visit();
        await visitor.VerifyCodeAsync(await visitor.AskCodeAsync(Mobile), await portal.ReadCodeAsync(Mobile));
        (await visitor.GetAsync("/api/profile")).Text("email").ShouldBe(Email);
    }

    [Fact]
    [Rule("forgotten-password", "password-ends-sessions", "password-told")]
    public async Task A_forgotten_password_is_set_anew_by_a_code_to_the_mobile_and_every_session_ends()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient open = await portal.JoinAsync(Email, Mobile);
        PortalClient app = await portal.OpenAppAsync(Email);
        string request = (await portal.Visit().PostAsync("/api/password/forgotten", new { mobile = Mobile })).Text("request");
        string code = (await portal.ReadMessageAsync(Mobile, "reset-code")).GetProperty("code").GetString()!;
        (await portal.Visit().PostAsync("/api/password/reset", new { request, code, newPassword = "short" })).ProblemsOf("newPassword")
            .ShouldBe(["password-too-short"]);

        (await portal.Visit().PostAsync("/api/password/reset", new { request, code, newPassword = "nine green geese" })).Status
            .ShouldBe(HttpStatusCode.NoContent);

        (await open.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.PasswordAsync(Email, People.Password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await portal.SignInAsync(Email, "nine green geese");
        (await portal.CountMessagesAsync(Email, "password-changed")).ShouldBe(1);
    }
}
