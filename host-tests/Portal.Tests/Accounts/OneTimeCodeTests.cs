using System.Net;

namespace IqosDevice.Portal.Tests.Accounts;

/// <summary>What a one-time code is worth, and for how long.</summary>
public sealed class OneTimeCodeTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    [Fact]
    [Rule("code-once")]
    public async Task A_code_works_once()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = await portal.Visit().AskCodeAsync(Email);
        string code = await portal.ReadCodeAsync(Email);
        (await portal.Visit().VerifyCodeAsync(request, code)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Visit().VerifyCodeAsync(request, code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [Rule("code-lifetime")]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.Unauthorized)]
    public async Task A_code_lives_for_five_minutes(int seconds, HttpStatusCode expected)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = await portal.Visit().AskCodeAsync(Email);
        portal.Clock.Advance(TimeSpan.FromSeconds(seconds));
        (await portal.Visit().VerifyCodeAsync(request, await portal.ReadCodeAsync(Email))).Status.ShouldBe(expected);
    }

    [Fact]
    [Rule("code-request", "code-newest")]
    public async Task A_code_belongs_to_the_request_that_it_was_sent_for_and_a_newer_one_voids_it()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string first = await portal.Visit().AskCodeAsync(Email);
        string firstCode = await portal.ReadCodeAsync(Email);
        string second = await portal.Visit().AskCodeAsync(Email);
        string secondCode = await portal.ReadCodeAsync(Email);

        (await portal.Visit().VerifyCodeAsync(first, firstCode)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Visit().VerifyCodeAsync(Guid.NewGuid().ToString(), secondCode)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Visit().VerifyCodeAsync(second, secondCode)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("code-purpose")]
    public async Task A_code_for_one_purpose_opens_nothing_else()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = (await portal.Visit().PostAsync("/api/password/forgotten", new { mobile = Mobile })).Text("request");
        string code = (await portal.ReadMessageAsync(Mobile, "reset-code")).GetProperty("code").GetString()!;
        (await portal.Visit().VerifyCodeAsync(request, code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
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
        await portal.Visit().AskCodeAsync(Email);
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
}
