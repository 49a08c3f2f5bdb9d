using System.Security.Claims;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace IqosDevice.Portal.Accounts;

/// <summary>Getting a profile and getting into it.</summary>
public static class SignInApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder guessable = api.MapGroup(string.Empty).RequireRateLimiting(RequestLimits.SignInPolicy);
        guessable.MapPost("/accounts", async (HttpContext http, RegistrationForm form, Registration registration) =>
            Accepted(http, await registration.RegisterAsync(form))).WithSummary("Registers; a confirmation e-mail has to be answered.");
        guessable.MapPost("/accounts/confirm", async (HttpContext http, ConfirmBody body, Registration registration) =>
            ApiAnswers.Of(http, await registration.ConfirmEmailAsync(body.Token))).WithSummary("Answers a confirmation e-mail.");
        guessable.MapPost("/sign-in/code", async (HttpContext http, CodeRequestBody body, SignIn signIn) =>
            ApiAnswers.Of(http, await signIn.SendCodeAsync(body.Address), request => new { request }))
            .WithSummary("Sends a one-time code to a confirmed e-mail address or mobile number.");
        guessable.MapPost("/sign-in/code/verify", async (HttpContext http, VerifyBody body, SignIn signIn, Sessions sessions) =>
            Begin(http, await signIn.WithCodeAsync(body.Request, body.Code), body.Client, sessions)).WithSummary("Signs in with a one-time code.");
        guessable.MapPost("/sign-in/password", async (HttpContext http, PasswordBody body, SignIn signIn, Sessions sessions) =>
            Begin(http, await signIn.WithPasswordAsync(body.Name, body.Password), body.Client, sessions))
            .WithSummary("Signs in with e-mail address or mobile number and password.");
        guessable.MapPost("/sign-in/refresh", RefreshAsync).WithSummary("A new token for an app, for its refresh token.");
        guessable.MapPost("/password/forgotten", async (HttpContext http, ForgottenBody body, SignIn signIn) =>
            ApiAnswers.Of(http, await signIn.SendResetCodeAsync(body.Mobile), request => new { request }))
            .WithSummary("Sends a code for a new password to a confirmed mobile number.");
        guessable.MapPost("/password/reset", async (HttpContext http, ResetBody body, SignIn signIn) =>
            ApiAnswers.Of(http, (Outcome)await signIn.ResetPasswordAsync(body.Request, body.Code, body.NewPassword)))
            .WithSummary("Sets a new password by a code.");
        api.MapPost("/sign-out", () => Results.SignOut(authenticationSchemes: [Schemes.Web])).WithSummary("Ends the browser's session.");
    }

    private static IResult Accepted(HttpContext http, Outcome outcome) => outcome.IsDone ? Results.Accepted() : ApiAnswers.Problem(http, outcome);

    private static IResult Begin(HttpContext http, Outcome<Customer> outcome, ClientKind client, Sessions sessions)
    {
        if (!outcome.IsDone)
        {
            return ApiAnswers.Problem(http, outcome);
        }

        string scheme = client == ClientKind.App ? Schemes.App : Schemes.Web;
        return Results.SignIn(sessions.Create(outcome.Value, scheme), authenticationScheme: scheme);
    }

    private static async Task<IResult> RefreshAsync(
        HttpContext http, RefreshBody body, Sessions sessions, IOptionsMonitor<BearerTokenOptions> options, PortalClock clock)
    {
        AuthenticationTicket? ticket = body.RefreshToken is { Length: < 4096 } token
            ? options.Get(Schemes.App).RefreshTokenProtector.Unprotect(token)
            : null;
        Customer? customer = ticket?.Properties.ExpiresUtc > clock.GetUtcNow()
            ? await sessions.FindAsync(new ClaimsPrincipal(ticket.Principal.Identities))
            : null;
        return customer is null
            ? ApiAnswers.Problem(http, Outcome.Refuse("sign-in-failed"))
            : Results.SignIn(sessions.Create(customer, Schemes.App), authenticationScheme: Schemes.App);
    }

    internal sealed record ConfirmBody(string? Token);

    internal sealed record CodeRequestBody(string? Address);

    internal sealed record VerifyBody(Guid Request, string? Code, ClientKind Client);

    internal sealed record PasswordBody(string? Name, string? Password, ClientKind Client);

    internal sealed record RefreshBody(string? RefreshToken);

    internal sealed record ForgottenBody(string? Mobile);

    internal sealed record ResetBody(Guid Request, string? Code, string? NewPassword);
}
