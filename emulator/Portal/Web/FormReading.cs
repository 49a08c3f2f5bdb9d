using IqosDevice.Portal.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>Reads forms, and answers them: on with what is done, back with what is wrong.</summary>
public static class FormReading
{
    /// <summary>Reads a form whole.</summary>
    /// <exception cref="BadHttpRequestException">It ends too early; the framework calls that a broken stream.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync();
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form ends too early.", StatusCodes.Status400BadRequest, cut);
        }
    }

    public static string? Text(this IFormCollection form, string field) => form[field];

    public static bool Checked(this IFormCollection form, string field) => form[field] == "true";

    /// <summary>A number of a request; an empty one where it is none.</summary>
    public static Guid Number(this IFormCollection form, string field) => Guid.TryParse(form[field], out Guid number) ? number : Guid.Empty;

    /// <summary>Where to go after signing in: a path of this portal, whatever was asked.</summary>
    public static string LocalPath(string? asked, string otherwise) =>
        asked is ['/', not ('/' or '\\'), ..] or "/" && Uri.IsWellFormedUriString(asked, UriKind.Relative) ? asked : otherwise;

    /// <summary>Goes on where the form is done, with a word about what was done; shows the page again with its problems otherwise.</summary>
    public static async Task<IResult> AnswerAsync<TPage>(
        HttpContext http, IFormCollection form, Outcome outcome, string next, Func<Task<object>>? parameters = null)
        where TPage : IComponent
    {
        if (outcome.IsDone)
        {
            return Results.Redirect(next);
        }

        object model = parameters is null ? new { } : await parameters();
        return Page.Show<TPage>(http, model, ProblemCatalogue.Of(outcome.Problems[0].Code).Status, FormState.Of(http, form, outcome));
    }
}
