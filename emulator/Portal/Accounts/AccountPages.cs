using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Accounts;

/// <summary>Pages of getting a profile and getting into it.</summary>
public static class AccountPages
{
    private static readonly object ConfirmParameters = new
    {
        Action = "/confirm",
        Name = new Wording("Confirm the e-mail address", "E-mail-cím megerősítése"),
        Explanation = new Wording("One more click, and your address is confirmed.", "Még egy kattintás, és a címed meg van erősítve."),
    };

    private static readonly object LeaveParameters = new
    {
        Action = "/newsletter/leave",
        Name = new Wording("Leave the club", "Leiratkozás"),
        Explanation = new Wording("You will get no more newsletters. No sign-in is needed.", "Nem kapsz több hírlevelet. Nem kell bejelentkezned."),
    };

    public static void Map(IEndpointRouteBuilder pages)
    {
        RouteGroupBuilder guessable = pages.MapGroup(string.Empty).RequireRateLimiting(RequestLimits.SignInPolicy);
        guessable.MapGet("/register", (HttpContext http) => (IResult)Page.Show<RegisterPage>(http));
        guessable.MapPost("/register", async (HttpContext http, IFormCollection form, Registration registration) =>
            await FormReading.AnswerAsync<RegisterPage>(http, form, await registration.RegisterAsync(Read(http, form)), "/register/sent"));
        guessable.MapGet("/register/sent", (HttpContext http) => (IResult)Page.Show<CheckMailPage>(http));
        guessable.MapGet("/confirm", (HttpContext http) => ShowLink(http, ConfirmParameters));
        guessable.MapPost("/confirm", async (HttpContext http, IFormCollection form, Registration registration) =>
            await FormReading.AnswerAsync<LinkPage>(http, form, await registration.ConfirmEmailAsync(form.Text("token")), "/sign-in?done=confirmed",
                () => Task.FromResult(ConfirmParameters)));
        guessable.MapGet("/newsletter/leave", (HttpContext http) => ShowLink(http, LeaveParameters));
        guessable.MapPost("/newsletter/leave", async (HttpContext http, IFormCollection form, Club club) =>
            await FormReading.AnswerAsync<LinkPage>(http, form, await club.LeaveByLinkAsync(form.Text("token")), "/?done=left",
                () => Task.FromResult(LeaveParameters)));
        MapSignIn(guessable);
        MapForgotten(guessable);
    }

    private static void MapSignIn(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", (HttpContext http) =>
            (IResult)Page.Show<SignInPage>(http, new { Return = FormReading.LocalPath(http.Request.Query["return"], string.Empty) }));
        pages.MapPost("/sign-in", async (HttpContext http, IFormCollection form, SignIn signIn, Sessions sessions) =>
            await EnterAsync<SignInPage>(http, form, await signIn.WithPasswordAsync(form.Text("name"), form.Text("password")), sessions,
                new { Return = FormReading.LocalPath(form.Text("return"), string.Empty) }));
        pages.MapPost("/sign-in/code", async (HttpContext http, IFormCollection form, SignIn signIn) =>
            (IResult)Page.Show<CodePage>(http, new
            {
                Action = "/sign-in/verify",
                Request = (await signIn.SendCodeAsync(form.Text("address"))).Value,
                Return = FormReading.LocalPath(form.Text("return"), string.Empty),
            }, form: FormState.Of(http, form, Outcome.Done)));
        pages.MapPost("/sign-in/verify", async (HttpContext http, IFormCollection form, SignIn signIn, Sessions sessions) =>
            await EnterAsync<CodePage>(http, form, await signIn.WithCodeAsync(form.Number("request"), form.Text("code")), sessions,
                new { Action = "/sign-in/verify", Request = form.Number("request"), Return = FormReading.LocalPath(form.Text("return"), string.Empty) }));
    }

    private static void MapForgotten(RouteGroupBuilder pages)
    {
        pages.MapGet("/forgotten", (HttpContext http) => (IResult)Page.Show<ForgottenPage>(http));
        pages.MapPost("/forgotten", async (HttpContext http, IFormCollection form, SignIn signIn) =>
        {
            Outcome<Guid> sent = await signIn.SendResetCodeAsync(form.Text("mobile"));
            return sent.IsDone
                ? Page.Show<CodePage>(http, new { Action = "/forgotten/reset", Request = sent.Value, AsksPassword = true }, form: FormState.Of(http, form, sent))
                : (IResult)Page.Show<ForgottenPage>(http, null, StatusCodes.Status400BadRequest, FormState.Of(http, form, sent));
        });
        pages.MapPost("/forgotten/reset", async (HttpContext http, IFormCollection form, SignIn signIn) =>
            await FormReading.AnswerAsync<CodePage>(
                http, form, await signIn.ResetPasswordAsync(form.Number("request"), form.Text("code"), form.Text("newPassword")), "/sign-in?done=password",
                () => Task.FromResult<object>(new { Action = "/forgotten/reset", Request = form.Number("request"), AsksPassword = true })));
    }

    internal static IResult ShowLink(HttpContext http, object parameters)
    {
        Dictionary<string, object?> all = parameters.GetType().GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(parameters), StringComparer.Ordinal);
        return Page.Show<LinkPage>(http, new { Action = all["Action"], Name = all["Name"], Explanation = all["Explanation"], Token = http.Request.Query["token"].ToString() });
    }

    private static async Task<IResult> EnterAsync<TPage>(HttpContext http, IFormCollection form, Outcome<Customer> outcome, Sessions sessions, object parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        if (outcome.IsDone)
        {
            await http.SignInAsync(Schemes.Web, await sessions.BeginAsync(outcome.Value, ClientKind.Web, http.Request.Headers.UserAgent));
        }

        string home = outcome.IsDone && outcome.Value.Role == Role.Clerk ? "/clerk" : "/devices";
        return await FormReading.AnswerAsync<TPage>(
            http, form, outcome, FormReading.LocalPath(form.Text("return"), home), () => Task.FromResult(parameters));
    }

    private static RegistrationForm Read(HttpContext http, IFormCollection form) => new()
    {
        Email = form.Text("email"),
        Mobile = form.Text("mobile"),
        FamilyName = form.Text("familyName"),
        GivenName = form.Text("givenName"),
        BirthDate = form.Text("birthDate"),
        PostalCode = form.Text("postalCode"),
        Town = form.Text("town"),
        Street = form.Text("street"),
        Password = form.Text("password"),
        Smoker = form.Checked("smoker"),
        PrivacyNotice = form.Checked("privacyNotice"),
        Language = Languages.Of(http),
    };
}
