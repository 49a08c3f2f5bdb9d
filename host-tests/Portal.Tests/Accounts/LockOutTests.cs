using System.Net;

namespace IqosDevice.Portal.Tests.Accounts;

/// <summary>Failures that lock an account.</summary>
public sealed class LockOutTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    [Fact]
    [Rule("lock-out")]
    public async Task Five_wrong_codes_lock_the_account_too()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string request = await portal.Visit().AskCodeAsync(Email);
        for (int guess = 0; guess < 5; guess++)
        {
            (await portal.Visit().VerifyCodeAsync(request, "no code")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await portal.PasswordAsync(Email, People.Password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
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
            answers.Add((await portal.PasswordAsync(Email, "not the password")).Body);
        }

        answers.Distinct().Count().ShouldBe(1);
        (await portal.PasswordAsync(Email, People.Password)).Body.ShouldBe(answers[0]);
        portal.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(5));
        (await portal.PasswordAsync(Email, People.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
