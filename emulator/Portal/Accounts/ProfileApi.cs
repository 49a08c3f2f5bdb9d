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
        profile.MapGet("/", (HttpContext http) => Describe(LiveSession.CustomerOf(http)!)).WithSummary("The own profile.");
        RouteGroupBuilder web = profile.MapGroup(string.Empty).AddEndpointFilter(new WebOnly("web-only"));
        web.MapPut("/address", async (HttpContext http, AddressForm form, Profile own) =>
            ApiAnswers.Of(http, await own.ChangeAddressAsync(Id(http), form))).WithSummary("Changes the postal address.");
        web.MapPost("/password", async (HttpContext http, PasswordChangeBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ChangePasswordAsync(Id(http), body.CurrentPassword, body.NewPassword)))
            .WithSummary("Changes the password; every session ends.");
        web.MapPost("/mobile/code", async (HttpContext http, Profile own) =>
            ApiAnswers.Of(http, await own.SendMobileCodeAsync(Id(http)), request => new { request })).WithSummary("Sends a code that confirms the mobile number.");
        web.MapPost("/mobile/confirm", async (HttpContext http, CodeBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ConfirmMobileAsync(Id(http), body.Request, body.Code))).WithSummary("Confirms the mobile number.");
        web.MapPost("/email", async (HttpContext http, EmailBody body, Profile own) =>
            ApiAnswers.Of(http, await own.SendEmailChangeCodeAsync(Id(http), body.NewEmail, body.Channel), request => new { request }))
            .WithSummary("Begins a change of the e-mail address: sends a code to the mobile number or the present address.");
        web.MapPost("/email/confirm", async (HttpContext http, CodeBody body, Profile own) =>
            ApiAnswers.Of(http, await own.ChangeEmailAsync(Id(http), body.Request, body.Code)))
            .WithSummary("The right code sends a confirmation to the new address.");
        web.MapPut("/club", async (HttpContext http, ClubBody body, Club club) =>
            ApiAnswers.Of(http, await club.SetMemberAsync(Id(http), body.Member))).WithSummary("Joins or leaves the club.");
        web.MapPost("/sign-out-everywhere", async (HttpContext http, Profile own) =>
            ApiAnswers.Of(http, await own.SignOutEverywhereAsync(Id(http)))).WithSummary("Ends every session and token.");
        web.MapPost("/delete", async (HttpContext http, DeleteBody body, Deletion deletion) =>
        {
            Outcome outcome = await deletion.DeleteAsync(Id(http), body.Password);
            if (outcome.IsDone)
            {
                await http.SignOutAsync(Schemes.Web);
            }

            return ApiAnswers.Of(http, outcome);
        }).WithSummary("Deletes the profile, at once.");
    }

    private static Guid Id(HttpContext http) => Sessions.IdOf(http.User);

    private static object Describe(Customer customer) => new
    {
        customer.Email,
        customer.Mobile,
        customer.MobileConfirmed,
        customer.FamilyName,
        customer.GivenName,
        customer.BirthDate,
        customer.PostalCode,
        customer.Town,
        customer.Street,
        customer.Language,
        ClubMember = customer.ClubSince is not null,
    };

    internal sealed record PasswordChangeBody(string? CurrentPassword, string? NewPassword);

    internal sealed record CodeBody(Guid Request, string? Code);

    internal sealed record EmailBody(string? NewEmail, Channel Channel);

    internal sealed record ClubBody(bool Member);

    internal sealed record DeleteBody(string? Password);
}
