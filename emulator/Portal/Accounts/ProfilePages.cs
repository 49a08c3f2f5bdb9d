using IqosDevice.Portal.Common;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Accounts;

/// <summary>The page of the own profile, and what is changed on it.</summary>
public static class ProfilePages
{
    private const string Home = "/profile?done=";

    public static void Map(RouteGroupBuilder profile)
    {
        profile.MapGet("/", async (HttpContext http) => (IResult)Page.Show<ProfilePage>(http, await DescribeAsync(http)));
        profile.MapPost("/sessions/end", async (HttpContext http, IFormCollection form, Sessions sessions) =>
            await AnswerAsync(http, form, await sessions.EndAsync(Id(http), form.Number("session")), Home + "session-ended"));
        profile.MapPost("/address", async (HttpContext http, IFormCollection form, Profile own) => await AnswerAsync(
            http, form, await own.ChangeAddressAsync(Id(http), new AddressForm(form.Text("postalCode"), form.Text("town"), form.Text("street"))), Home + "saved"));
        profile.MapPost("/club", async (HttpContext http, IFormCollection form, Club club) => await AnswerAsync(
            http, form, await club.SetMemberAsync(Id(http), form.Checked("member")), Home + "saved"));
        profile.MapPost("/password", async (HttpContext http, IFormCollection form, Profile own) => await AnswerAsync(
            http, form, await own.ChangePasswordAsync(Id(http), form.Text("currentPassword"), form.Text("newPassword")), "/sign-in?done=password"));
        profile.MapPost("/email", async (HttpContext http, IFormCollection form, Profile own) => await AskCodeAsync(
            http, form, await own.SendEmailChangeCodeAsync(Id(http), form.Text("newEmail"), form.Text("channel") == "email" ? Channel.Email : Channel.Mobile),
            "/profile/email/confirm"));
        profile.MapPost("/email/confirm", async (HttpContext http, IFormCollection form, Profile own) => await CheckCodeAsync(
            http, form, await own.ChangeEmailAsync(Id(http), form.Number("request"), form.Text("code")), "email"));
        profile.MapPost("/mobile", async (HttpContext http, IFormCollection form, Profile own) =>
            await AskCodeAsync(http, form, await own.SendMobileCodeAsync(Id(http)), "/profile/mobile/confirm"));
        profile.MapPost("/mobile/confirm", async (HttpContext http, IFormCollection form, Profile own) => await CheckCodeAsync(
            http, form, await own.ConfirmMobileAsync(Id(http), form.Number("request"), form.Text("code")), "mobile"));
        profile.MapPost("/delete", async (HttpContext http, IFormCollection form, Deletion deletion) =>
        {
            Outcome outcome = await deletion.DeleteAsync(Id(http), form.Text("password"));
            if (outcome.IsDone)
            {
                await http.SignOutAsync(Schemes.Web);
            }

            return await AnswerAsync(http, form, outcome, "/?done=deleted");
        });
    }

    /// <summary>Ends this session, or every one.</summary>
    public static async Task<IResult> SignOutAsync(HttpContext http, IFormCollection form, Sessions sessions)
    {
        if (form.Checked("everywhere") && LiveSession.CustomerOf(http) is { } customer)
        {
            await sessions.EndAllAsync(customer.Id);
        }
        else
        {
            await sessions.EndCurrentAsync(http.User);
        }

        await http.SignOutAsync(Schemes.Web);
        return Results.Redirect("/?done=signed-out");
    }

    private static Guid Id(HttpContext http) => Sessions.IdOf(http.User);

    private static Task<IResult> AnswerAsync(HttpContext http, IFormCollection form, Outcome outcome, string next) =>
        FormReading.AnswerAsync<ProfilePage>(http, form, outcome, next, () => DescribeAsync(http));

    private static async Task<object> DescribeAsync(HttpContext http) =>
        new { Sessions = await http.RequestServices.GetRequiredService<Sessions>().ListAsync(http.User) };

    private static async Task<IResult> AskCodeAsync(HttpContext http, IFormCollection form, Outcome<Guid> sent, string action) => sent.IsDone
        ? Page.Show<CodePage>(http, new { Action = action, Request = sent.Value }, form: FormState.Of(http, form, sent))
        : await AnswerAsync(http, form, sent, string.Empty);

    private static Task<IResult> CheckCodeAsync(HttpContext http, IFormCollection form, Outcome outcome, string done) =>
        FormReading.AnswerAsync<CodePage>(http, form, outcome, Home + done,
            () => Task.FromResult<object>(new { Action = http.Request.Path.Value!, Request = form.Number("request") }));
}
