using IqosDevice.Portal.Common;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>Outcomes as answers of the JSON API: problem details (RFC 9457) with every field that is wrong.</summary>
public static class ApiAnswers
{
    public static IResult Of(HttpContext http, Outcome outcome) => outcome.IsDone ? Results.NoContent() : Problem(http, outcome);

    public static IResult Of<T>(HttpContext http, Outcome<T> outcome, Func<T, object> describe) =>
        outcome.IsDone ? Results.Ok(describe(outcome.Value)) : Problem(http, outcome);

    /// <summary>A problem; its status is the first problem's where none is given.</summary>
    public static IResult Problem(HttpContext http, Outcome outcome, int? status = null)
    {
        Language language = Languages.Of(http);
        ProblemDescription first = ProblemCatalogue.Of(outcome.Problems[0].Code);
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = outcome.Problems[0].Code,
            ["errors"] = outcome.Problems.Where(problem => problem.Field.Length > 0)
                .GroupBy(problem => problem.Field, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.Select(
                    problem => new FieldProblem(problem.Code, ProblemCatalogue.Of(problem.Code).Wording.In(language))), StringComparer.Ordinal),
        };
        if (outcome.Problems[0].Code is "app-cannot-register" or "web-only")
        {
            extensions["web"] = $"{http.Request.Scheme}://{http.Request.Host}/devices/add";
        }

        return Results.Problem(
            statusCode: status ?? first.Status, title: outcome.Problems[0].Code, detail: first.Wording.In(language), extensions: extensions);
    }
}
