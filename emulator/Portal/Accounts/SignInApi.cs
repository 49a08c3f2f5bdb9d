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
            Accepted(http, await registration.RegisterAsync(form with { Language = form.Language ?? Languages.Of(http) })))
                .WithSummary("Registers; a confirmation e-mail has to be answered.").WithMetadata(new Refusals(["required", "too-long", "not-text", "not-an-email", "not-a-mobile", "not-a-date", "not-a-postal-code", "not-a-choice", "under-age", "smoker-declaration", "privacy-notice", "password-too-short", "password-common", "password-personal"])).Produces(StatusCodes.Status202Accepted);
        guessable.MapPost("/accounts/confirm", async (HttpContext http, ConfirmBody body, Registration registration) =>
            ApiAnswers.Of(http, await registration.ConfirmEmailAsync(body.Token))).Answers("Answers a confirmation e-mail.", "link-wrong");
        guessable.MapPost("/sign-in/code", async (HttpContext http, CodeRequestBody body, SignIn signIn) =>
            ApiAnswers.Of(http, await signIn.SendCodeAsync(body.Address), request => new RequestNumber(request)))
            .Answers<RequestNumber>("Sends a one-time code to a confirmed e-mail address or mobile number.");
        guessable.MapPost("/sign-in/code/verify", async (HttpContext http, VerifyBody body, SignIn signIn, Sessions sessions) =>
            await BeginAsync(http, await signIn.WithCodeAsync(body.Request, body.Code), body.Client, sessions))
                .Answers<AccessTokenResponse>("Signs in with a one-time code: an app gets tokens, a browser a cookie and no body.", "sign-in-failed", "not-a-choice");
        guessable.MapPost("/sign-in/password", async (HttpContext http, PasswordBody body, SignIn signIn, Sessions sessions) =>
            await BeginAsync(http, await signIn.WithPasswordAsync(body.Name, body.Password), body.Client, sessions))
            .Answers<AccessTokenResponse>("Signs in with e-mail address or mobile number and password: an app gets tokens, a browser a cookie and no body.", "sign-in-failed", "not-a-choice");
        guessable.MapPost("/sign-in/refresh", RefreshAsync)
            .Answers<AccessTokenResponse>("A new token for an app, for its refresh token.", "sign-in-failed");
        guessable.MapPost("/password/forgotten", async (HttpContext http, ForgottenBody body, SignIn signIn) =>
            ApiAnswers.Of(http, await signIn.SendResetCodeAsync(body.Mobile), request => new RequestNumber(request)))
            .Answers<RequestNumber>("Sends a code for a new password to a confirmed mobile number.", "not-a-mobile");
        guessable.MapPost("/password/reset", async (HttpContext http, ResetBody body, SignIn signIn) =>
            ApiAnswers.Of(http, (Outcome)await signIn.ResetPasswordAsync(body.Request, body.Code, body.NewPassword)))
            .Answers("Sets a new password by a code.",
                "sign-in-failed", "required", "too-long", "password-too-short", "password-common", "password-personal");
        api.MapPost("/sign-out", async (HttpContext http, Sessions sessions) =>
        {
            await sessions.EndCurrentAsync(http.User);
            await http.SignOutAsync(Schemes.Web);
            return Results.NoContent();
        }).Answers("Ends the session, of a browser or of an app.");
    }

    private static IResult Accepted(HttpContext http, Outcome outcome) => outcome.IsDone ? Results.Accepted() : ApiAnswers.Problem(http, outcome);

    private static async Task<IResult> BeginAsync(HttpContext http, Outcome<Customer> outcome, ClientKind client, Sessions sessions)
    {
        if (!outcome.IsDone)
        {
            return ApiAnswers.Problem(http, outcome);
        }

        return Enum.IsDefined(client)
            ? Results.SignIn(
                await sessions.BeginAsync(outcome.Value, client, http.Request.Headers.UserAgent), authenticationScheme: Schemes.Of(client))
            : ApiAnswers.Problem(http, Outcome.Refuse("not-a-choice", "client"));
    }

    private static async Task<IResult> RefreshAsync(
        HttpContext http, RefreshBody body, Sessions sessions, IOptionsMonitor<BearerTokenOptions> options, PortalClock clock)
    {
        AuthenticationTicket? ticket = body.RefreshToken is { Length: < 4096 } token
            ? options.Get(Schemes.App).RefreshTokenProtector.Unprotect(token)
            : null;
        return ticket?.Properties.ExpiresUtc > clock.GetUtcNow() && await sessions.FindAsync(ticket.Principal) is not null
            ? Results.SignIn(ticket.Principal, authenticationScheme: Schemes.App)
            : ApiAnswers.Problem(http, Outcome.Refuse("sign-in-failed"));
    }

    internal sealed record ConfirmBody(string? Token);

    internal sealed record CodeRequestBody(string? Address);

    internal sealed record VerifyBody(Guid Request, string? Code, ClientKind Client);

    internal sealed record PasswordBody(string? Name, string? Password, ClientKind Client);

    internal sealed record RefreshBody(string? RefreshToken);

    internal sealed record ForgottenBody(string? Mobile);

    internal sealed record ResetBody(Guid Request, string? Code, string? NewPassword);
}
