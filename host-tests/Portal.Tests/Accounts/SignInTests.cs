using System.Net;

namespace IqosDevice.Portal.Tests.Accounts;

/// <summary>The ways to sign in, and what their answers keep to themselves.</summary>
public sealed class SignInTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    [Theory]
    [Rule("sign-in-email-code", "sign-in-mobile-code")]
    [InlineData(Email, Email)]
    [InlineData("Anna@Example.com", Email)]
    [InlineData(Mobile, Mobile)]
    [InlineData("06 20 555 0101", Mobile)]
    public async Task A_code_to_a_confirmed_address_or_number_signs_in(string typed, string to)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        PortalClient visitor = portal.Visit();
        (await visitor.VerifyCodeAsync(await visitor.AskCodeAsync(typed), await portal.ReadCodeAsync(to))).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/api/profile")).Text("email").ShouldBe(Email);
    }

    [Theory]
    [Rule("sign-in-password")]
    [InlineData(Email)]
    [InlineData("06205550101")]
    public async Task Address_or_number_and_password_sign_in(string name)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        (await (await portal.SignInAsync(name)).GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("sign-in-confirmed")]
    public async Task A_number_that_is_not_confirmed_gets_no_code_and_signs_nobody_in()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.RegisterAsync(Email, Mobile);
        await portal.Visit().AskCodeAsync(Mobile);
        (await portal.CountMessagesAsync(Mobile)).ShouldBe(0);
        (await portal.Visit().PostAsync("/api/sign-in/password", new { name = Mobile, password = People.Password, client = "web" }))
            .Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("sign-in-silent")]
    public async Task Answers_do_not_reveal_whether_an_account_exists()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        (await portal.PasswordAsync("nobody@example.com", "not the password")).ShouldBeLike(await portal.PasswordAsync(Email, "not the password"));
        foreach (string address in new[] { Email, "nobody@example.com", Mobile, "+36205550999", "neither" })
        {
            PortalClient.Answer asked = await portal.Visit().PostAsync("/api/sign-in/code", new { address });
            asked.Status.ShouldBe(HttpStatusCode.OK);
            Guid.TryParse(asked.Text("request"), out _).ShouldBeTrue();
        }

        (await portal.Visit().VerifyCodeAsync(await portal.Visit().AskCodeAsync("nobody@example.com"), "123456"))
            .ShouldBeLike(await portal.Visit().VerifyCodeAsync(await portal.Visit().AskCodeAsync(Email), "no code"));
    }
}
