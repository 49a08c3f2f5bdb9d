using IqosDevice.Portal.Common;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Accounts;

/// <summary>The own profile. An app may read it; what is changed is changed on the web.</summary>
public static class ProfileApi
{
    public static void Map(RouteGroupBuilder profile)
    {
        profile.MapGet("/", (HttpContext http) => ProfileView.Of(LiveSession.CustomerOf(http)!)).WithSummary("The own profile.");
        profile.MapGet("/sessions", (HttpContext http, Sessions sessions) => sessions.ListAsync(http.User)).WithSummary("Where the profile is signed in.");
        RouteGroupBuilder web = profile.MapGroup(string.Empty).ForWebOnly();
        web.MapPut("/address", async (HttpContext http, AddressForm form, Profile own) =>
            ApiAnswers.Of(http, await own.ChangeAddressAsync(Id(http), form)))
                .Answers("Changes the postal address.", "required", "too-long", "not-text", "not-a-postal-code");
        web.MapPost("/password", async (HttpContext http, PasswordChangeBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ChangePasswordAsync(Id(http), body.CurrentPassword, body.NewPassword)))
            .Answers("Changes the password; every session ends.",
                "password-wrong", "required", "too-long", "password-too-short", "password-common", "password-personal");
        web.MapPost("/mobile/code", async (HttpContext http, Profile own) =>
            ApiAnswers.Of(http, await own.SendMobileCodeAsync(Id(http)), request => new RequestNumber(request)))
                .Answers<RequestNumber>("Sends a code that confirms the mobile number.", "same-as-before", "code-too-soon");
        web.MapPost("/mobile/confirm", async (HttpContext http, CodeBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ConfirmMobileAsync(Id(http), body.Request, body.Code)))
                .Answers("Confirms the mobile number.", "code-wrong", "mobile-in-use");
        web.MapPost("/email", async (HttpContext http, EmailBody body, Profile own) =>
            ApiAnswers.Of(http, await own.SendEmailChangeCodeAsync(Id(http), body.NewEmail, body.Channel), request => new RequestNumber(request)))
            .Answers<RequestNumber>("Begins a change of the e-mail address: sends a code to the mobile number or the present address.",
                "required", "too-long", "not-text", "not-an-email", "not-a-choice", "same-as-before", "mobile-not-confirmed",
                "code-too-soon");
        web.MapPost("/email/confirm", async (HttpContext http, CodeBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ChangeEmailAsync(Id(http), body.Request, body.Code)))
            .Answers("The right code sends a confirmation to the new address.", "code-wrong", "code-too-soon");
        web.MapPut("/club", async (HttpContext http, ClubBody body, Club club) =>
            ApiAnswers.Of(http, await club.SetMemberAsync(Id(http), body.Member))).Answers("Joins or leaves the club.");
        web.MapPut("/language", async (HttpContext http, LanguageBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ChangeLanguageAsync(Id(http), body.Language)))
                .Answers("Changes the language of pages and messages.", "not-a-choice");
        web.MapDelete("/sessions/{id:guid}", async (HttpContext http, Guid id, Sessions sessions) =>
            ApiAnswers.Of(http, await sessions.EndAsync(Id(http), id))).Answers("Signs out one browser or app.", "not-found");
        web.MapPost("/sign-out-everywhere", async (HttpContext http, Sessions sessions) =>
            ApiAnswers.Of(http, await sessions.EndAllAsync(Id(http)))).Answers("Ends every session and token.");
        web.MapPost("/delete", async (HttpContext http, DeleteBody body, Deletion deletion) =>
        {
            Outcome outcome = await deletion.DeleteAsync(Id(http), body.Password);
            if (outcome.IsDone)
            {
                await http.SignOutAsync(Schemes.Web);
            }

            return ApiAnswers.Of(http, outcome);
        }).Answers("Deletes the profile, at once.", "password-wrong");
    }

    private static Guid Id(HttpContext http) => Sessions.IdOf(http.User);

    internal sealed record PasswordChangeBody(string? CurrentPassword, string? NewPassword);

    internal sealed record CodeBody(Guid Request, string? Code);

    internal sealed record EmailBody(string? NewEmail, Channel Channel);

    internal sealed record LanguageBody(Language Language);

    internal sealed record ClubBody(bool Member);

    internal sealed record DeleteBody(string? Password);
}
