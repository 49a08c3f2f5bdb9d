using System.Net;
using System.Text.Json;

namespace IqosDevice.Portal.Tests.Accounts;

public sealed class RegistrationTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    // 129 characters.
    private const string LongPassword = "eight grey owls, eight grey owls, eight grey owls, eight grey owls, eight grey owls, eight grey owls, eight grey owls, eight owls";

    [Fact]
    [Rule("register-confirm", "register-confirm-once")]
    public async Task A_profile_works_once_its_confirmation_is_answered()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient visitor = portal.Visit();
        (await visitor.PostAsync("/api/accounts", People.Form(Email, Mobile))).Status.ShouldBe(HttpStatusCode.Accepted);
        var signIn = new { name = Email, password = People.Password, client = "web" };
        (await visitor.PostAsync("/api/sign-in/password", signIn)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        string token = await portal.ReadTokenAsync(Email);
        (await visitor.PostAsync("/api/accounts/confirm", new { token })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await visitor.PostAsync("/api/sign-in/password", signIn)).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/api/profile")).Text("email").ShouldBe(Email);
        (await visitor.PostAsync("/api/accounts/confirm", new { token })).Problem.ShouldBe("link-wrong");
    }

    [Fact]
    [Rule("register-fields")]
    public async Task Every_missing_field_is_marked()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient.Answer answer = await portal.Visit().PostAsync("/api/accounts", new { });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        string[] fields =
        [
            "email", "mobile", "familyName", "givenName", "birthDate", "postalCode", "town", "street", "password", "smoker", "privacyNotice",
        ];
        answer.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(fields, ignoreOrder: true);
    }

    [Theory]
    [Rule("field-email", "field-mobile", "field-date", "field-postal-code", "field-text", "password-length", "password-common", "password-personal")]
    [InlineData("email", "anna", "not-an-email")]
    [InlineData("email", "anna@localhost", "not-an-email")]
    [InlineData("mobile", "12", "not-a-mobile")]
    [InlineData("birthDate", "28.02.1990", "not-a-date")]
    [InlineData("birthDate", "1850-01-01", "not-a-date")]
    [InlineData("postalCode", "1", "not-a-postal-code")]
    [InlineData("familyName", "A\u0007", "not-text")]
    [InlineData("password", "short", "password-too-short")]
    [InlineData("password", LongPassword, "too-long")]
    [InlineData("password", "password1234", "password-common")]
    [InlineData("password", "abcabcabcabcabc", "password-common")]
    [InlineData("password", "anna@example.com!", "password-personal")]
    public async Task A_field_that_is_wrong_is_marked_alone(string field, string value, string problem)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        var form = JsonSerializer.SerializeToNode(People.Form(Email, Mobile))!.AsObject();
        form[field] = value;
        PortalClient.Answer answer = await portal.Visit().PostAsync("/api/accounts", form);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ProblemsOf(field).ShouldContain(problem);
        answer.Json.GetProperty("errors").EnumerateObject().Count().ShouldBe(1);
        (await portal.CountMessagesAsync(Email)).ShouldBe(0);
    }

    [Theory]
    [Rule("register-smoker", "register-privacy")]
    [InlineData("smoker", "smoker-declaration")]
    [InlineData("privacyNotice", "privacy-notice")]
    public async Task A_declaration_that_is_not_made_is_asked_for(string field, string problem)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        var form = JsonSerializer.SerializeToNode(People.Form(Email, Mobile))!.AsObject();
        form[field] = false;
        (await portal.Visit().PostAsync("/api/accounts", form)).ProblemsOf(field).ShouldBe([problem]);
    }

    // The clock stands at 2026-11-23, 12:00 in Budapest.
    [Theory]
    [Rule("register-adult")]
    [InlineData("2008-11-23", true)]
    [InlineData("2008-11-24", false)]
    public async Task The_eighteenth_birthday_is_the_first_day(string birthDate, bool adult)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        var form = JsonSerializer.SerializeToNode(People.Form(Email, Mobile))!.AsObject();
        form["birthDate"] = birthDate;
        PortalClient.Answer answer = await portal.Visit().PostAsync("/api/accounts", form);

        answer.Status.ShouldBe(adult ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest);
        if (!adult)
        {
            answer.ProblemsOf("birthDate").ShouldBe(["under-age"]);
        }
    }

    [Fact]
    [Rule("register-any-hour")]
    public async Task Registration_is_open_at_night_and_on_Sundays()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        portal.Clock.Advance(TimeSpan.FromHours((6 * 24) + 14));
        (await portal.Visit().PostAsync("/api/accounts", People.Form(Email, Mobile))).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    [Rule("register-silent")]
    public async Task An_address_that_has_a_profile_is_answered_like_a_new_one_and_its_owner_is_told()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.RegisterAsync(Email, Mobile);
        PortalClient.Answer again = await portal.Visit().PostAsync("/api/accounts", People.Form("ANNA@example.com", "+36205550199"));
        PortalClient.Answer fresh = await portal.Visit().PostAsync("/api/accounts", People.Form("bela@example.com", "+36205550198"));

        (again.Status, again.Body).ShouldBe((fresh.Status, fresh.Body));
        (await portal.CountMessagesAsync(Email, "already-registered")).ShouldBe(1);
        (await portal.CountMessagesAsync(Email, "confirm-email")).ShouldBe(1);
    }

    [Fact]
    [Rule("register-unconfirmed")]
    public async Task A_confirmation_that_is_never_answered_keeps_nobody_away()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.Visit().PostAsync("/api/accounts", People.Form(Email, Mobile, "a stranger was here"));
        string strangersToken = await portal.ReadTokenAsync(Email);

        // The link of the stranger's profile, with the stranger's password, is void as soon as there is a newer one in the mailbox.
        await portal.Visit().PostAsync("/api/accounts", People.Form(Email, Mobile));
        (await portal.Visit().PostAsync("/api/accounts/confirm", new { token = strangersToken })).Problem.ShouldBe("link-wrong");
        await portal.RegisterAsync(Email, Mobile);

        (await portal.Visit().PostAsync("/api/accounts/confirm", new { token = strangersToken })).Problem.ShouldBe("link-wrong");
        await portal.SignInAsync(Email);
    }

    [Fact]
    [Rule("register-confirm-day")]
    public async Task A_confirmation_lapses_after_a_day()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.Visit().PostAsync("/api/accounts", People.Form(Email, Mobile));
        portal.Clock.Advance(TimeSpan.FromHours(24));
        (await portal.Visit().PostAsync("/api/accounts/confirm", new { token = await portal.ReadTokenAsync(Email) })).Problem.ShouldBe("link-wrong");
    }
}
