using System.Net;

namespace IqosDevice.Portal.Tests.Accounts;

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
        (await VerifyAsync(visitor, await AskAsync(visitor, typed), await CodeAsync(portal, to))).Status.ShouldBe(HttpStatusCode.OK);
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
        await AskAsync(portal.Visit(), Mobile);
        (await portal.CountMessagesAsync(Mobile)).ShouldBe(0);
        (await portal.Visit().PostAsync("/api/sign-in/password", new { name = Mobile, password = People.Password, client = "web" }))
            .Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("code-once")]
    public async Task A_code_works_once()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = await AskAsync(portal.Visit(), Email);
        string code = await CodeAsync(portal, Email);
        (await VerifyAsync(portal.Visit(), request, code)).Status.ShouldBe(HttpStatusCode.OK);
        (await VerifyAsync(portal.Visit(), request, code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [Rule("code-lifetime")]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.Unauthorized)]
    public async Task A_code_lives_for_five_minutes(int seconds, HttpStatusCode expected)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = await AskAsync(portal.Visit(), Email);
        portal.Clock.Advance(TimeSpan.FromSeconds(seconds));
        (await VerifyAsync(portal.Visit(), request, await CodeAsync(portal, Email))).Status.ShouldBe(expected);
    }

    [Fact]
    [Rule("code-request", "code-newest")]
    public async Task A_code_belongs_to_the_request_that_it_was_sent_for_and_a_newer_one_voids_it()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string first = await AskAsync(portal.Visit(), Email);
        string firstCode = await CodeAsync(portal, Email);
        string second = await AskAsync(portal.Visit(), Email);
        string secondCode = await CodeAsync(portal, Email);

        (await VerifyAsync(portal.Visit(), first, firstCode)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await VerifyAsync(portal.Visit(), Guid.NewGuid().ToString(), secondCode)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await VerifyAsync(portal.Visit(), second, secondCode)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("code-purpose")]
    public async Task A_code_for_one_purpose_opens_nothing_else()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = (await portal.Visit().PostAsync("/api/password/forgotten", new { mobile = Mobile })).Text("request");
        string code = (await portal.ReadMessageAsync(Mobile, "reset-code")).GetProperty("code").GetString()!;
        (await VerifyAsync(portal.Visit(), request, code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("code-issues")]
    public async Task No_more_than_three_codes_are_sent_in_a_quarter_of_an_hour_and_the_answer_does_not_tell()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        for (int ask = 0; ask < 5; ask++)
        {
            (await portal.Visit().PostAsync("/api/sign-in/code", new { address = Email })).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await portal.CountMessagesAsync(Email, "sign-in-code")).ShouldBe(3);
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        await AskAsync(portal.Visit(), Email);
        (await portal.CountMessagesAsync(Email, "sign-in-code")).ShouldBe(4);
    }

    // To sign in, five failures lock the account as well; where nothing is locked the code alone has to hold.
    [Fact]
    [Rule("code-guesses")]
    public async Task A_code_is_worth_nothing_after_five_guesses()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.RegisterAsync(Email, Mobile);
        PortalClient anna = await portal.SignInAsync(Email);
        string request = (await anna.PostAsync("/api/profile/mobile/code")).Text("request");
        string code = (await portal.ReadMessageAsync(Mobile, "confirm-mobile")).GetProperty("code").GetString()!;
        for (int guess = 0; guess < 5; guess++)
        {
            (await anna.PostAsync("/api/profile/mobile/confirm", new { request, code = code == "000000" ? "000001" : "000000" })).Problem.ShouldBe("code-wrong");
        }

        (await anna.PostAsync("/api/profile/mobile/confirm", new { request, code })).Problem.ShouldBe("code-wrong");
    }

    [Fact]
    [Rule("lock-out")]
    public async Task Five_wrong_codes_lock_the_account_too()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = await AskAsync(portal.Visit(), Email);
        for (int guess = 0; guess < 5; guess++)
        {
            (await VerifyAsync(portal.Visit(), request, "no code")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await PasswordAsync(portal, Email, People.Password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("lock-out")]
    public async Task Five_wrong_passwords_lock_the_account_for_ten_minutes_and_the_answer_does_not_tell()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        List<string> answers = [];
        for (int guess = 0; guess < 6; guess++)
        {
            answers.Add((await PasswordAsync(portal, Email, "not the password")).Body);
        }

        answers.Distinct().Count().ShouldBe(1);
        (await PasswordAsync(portal, Email, People.Password)).Body.ShouldBe(answers[0]);
        portal.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(5));
        (await PasswordAsync(portal, Email, People.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("sign-in-silent")]
    public async Task Answers_do_not_reveal_whether_an_account_exists()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        (await PasswordAsync(portal, "nobody@example.com", "not the password")).ShouldBeLike(await PasswordAsync(portal, Email, "not the password"));
        foreach (string address in new[] { Email, "nobody@example.com", Mobile, "+36205550999", "neither" })
        {
            PortalClient.Answer asked = await portal.Visit().PostAsync("/api/sign-in/code", new { address });
            asked.Status.ShouldBe(HttpStatusCode.OK);
            Guid.TryParse(asked.Text("request"), out _).ShouldBeTrue();
        }

        (await VerifyAsync(portal.Visit(), await AskAsync(portal.Visit(), "nobody@example.com"), "123456"))
            .ShouldBeLike(await VerifyAsync(portal.Visit(), await AskAsync(portal.Visit(), Email), "no code"));
    }

    [Fact]
    [Rule("forgotten-name")]
    public async Task A_forgotten_user_name_is_read_after_signing_in_by_mobile()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        PortalClient visitor = portal.Visit();
        await VerifyAsync(visitor, await AskAsync(visitor, Mobile), await CodeAsync(portal, Mobile));
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
        (await PasswordAsync(portal, Email, People.Password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await portal.SignInAsync(Email, "nine green geese");
        (await portal.CountMessagesAsync(Email, "password-changed")).ShouldBe(1);
    }

    [Fact]
    [Rule("session-idle", "session-longest")]
    public async Task A_session_of_a_browser_ends_after_half_an_hour_of_silence_and_after_twelve_hours_in_any_case()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient silent = await portal.JoinAsync(Email, Mobile);
        PortalClient busy = await portal.SignInAsync(Email);
        portal.Clock.Advance(TimeSpan.FromMinutes(25));
        (await busy.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        (await silent.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        for (int time = 31; time <= 12 * 60; time += 20)
        {
            (await busy.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
            portal.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        (await busy.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("app-token", "app-refresh", "session-end-all")]
    public async Task An_app_renews_its_token_until_its_sessions_are_ended()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient web = await portal.JoinAsync(Email, Mobile);
        PortalClient app = portal.Visit();
        string refreshToken = (await app.PostAsync("/api/sign-in/password", new { name = Email, password = People.Password, client = "app" }))
            .Text("refreshToken");
        portal.Clock.Advance(TimeSpan.FromDays(13));
        PortalClient.Answer renewed = await app.PostAsync("/api/sign-in/refresh", new { refreshToken });
        app.Token = renewed.Text("accessToken");
        (await app.GetAsync("/api/devices")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        (await app.GetAsync("/api/devices")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        web = await portal.SignInAsync(Email);
        (await web.PostAsync("/api/profile/sign-out-everywhere")).Status.ShouldBe(HttpStatusCode.NoContent);
        app.Token = null;
        (await app.PostAsync("/api/sign-in/refresh", new { refreshToken = renewed.Text("refreshToken") })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> AskAsync(PortalClient visitor, string address) =>
        (await visitor.PostAsync("/api/sign-in/code", new { address })).Text("request");

    private static Task<PortalClient.Answer> VerifyAsync(PortalClient visitor, string request, string code) =>
        visitor.PostAsync("/api/sign-in/code/verify", new { request, code, client = "web" });

    private static Task<PortalClient.Answer> PasswordAsync(TestPortal portal, string name, string password) =>
        portal.Visit().PostAsync("/api/sign-in/password", new { name, password, client = "web" });

    private static async Task<string> CodeAsync(TestPortal portal, string to) =>
        (await portal.ReadMessageAsync(to, "sign-in-code")).GetProperty("code").GetString()!;
}
