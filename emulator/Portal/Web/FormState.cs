using IqosDevice.Portal.Common;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>A form that came back: what was typed, and what is wrong with it.</summary>
/// <param name="Action">The form that it is, by where it is sent.</param>
/// <param name="Values">What was typed.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record FormState(string Action, IReadOnlyDictionary<string, string> Values, IReadOnlyList<Problem> Problems)
{
    public static FormState Empty { get; } = new(string.Empty, new Dictionary<string, string>(StringComparer.Ordinal), []);

    public static FormState Of(HttpContext http, IFormCollection form, Outcome outcome) => new(
        http.Request.Path, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal), outcome.Problems);

    public string ValueOf(string field) => Values.GetValueOrDefault(field, string.Empty);

    public IEnumerable<Problem> ProblemsOf(string field) => Problems.Where(problem => problem.Field == field);
}
