using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IqosDevice.Portal.Web;

/// <summary>What every page knows: its language, who looks at it, where it is, and what has just been done.</summary>
public sealed record Page(Language Language, Customer? Customer, string Path, Wording? Done)
{
    /// <summary>A text in the language of the page.</summary>
    public string Say(string english, string hungarian) => Language == Language.Hungarian ? hungarian : english;

    public string Say(Wording wording) => wording.In(Language);

    /// <summary>A day, as people of the language write it.</summary>
    public string Day(DateOnly? day) => day is null ? "–" : Language == Language.Hungarian ? $"{day:yyyy. MM. dd.}" : $"{day:yyyy-MM-dd}";

    public string Day(DateTimeOffset instant) => Day(BudapestTime.DayOf(instant));

    public static Page Of(HttpContext http) => new(
        Languages.Of(http), LiveSession.CustomerOf(http), http.Request.Path, DoneNotices.Find(http.Request.Query["done"]));

    /// <summary>Renders a component with its parameters, with the page, and with a form that came back.</summary>
    public static RazorComponentResult<TComponent> Show<TComponent>(
        HttpContext http, object? parameters = null, int status = StatusCodes.Status200OK, FormState? form = null)
        where TComponent : IComponent
    {
        Dictionary<string, object?> all = parameters?.GetType().GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(parameters), StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
        all["Page"] = Of(http);
        if (form is not null)
        {
            all["Form"] = form;
        }

        return new RazorComponentResult<TComponent>(all!) { StatusCode = status };
    }
}
