using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IqosDevice.Portal.Web;

/// <summary>What every page knows: its language, who looks at it, where it is, and what has just been done.</summary>
/// <param name="Language">Language of its texts.</param>
/// <param name="Customer">Who is signed in.</param>
/// <param name="Path">Path of the request; for a form that came back, that to which it was sent.</param>
/// <param name="Address">Where the page can be opened again: of a form that came back, where the form was.</param>
/// <param name="Done">What has just been done.</param>
/// <param name="IsMarked">A form came back with what is wrong with it; the title says so, for whoever does not see the page.</param>
public sealed record Page(Language Language, Customer? Customer, string Path, string Address, Wording? Done, bool IsMarked)
{
    /// <summary>Name of the hidden field that carries <see cref="Address"/> through a form.</summary>
    public const string AddressField = "page";

    /// <summary>A text in the language of the page.</summary>
    public string Say(string english, string hungarian) => Language == Language.Hungarian ? hungarian : english;

    public string Say(Wording wording) => wording.In(Language);

    /// <summary>A day, as people of the language write it.</summary>
    public string Day(DateOnly? day) => day is null ? "–" : Language == Language.Hungarian ? $"{day:yyyy. MM. dd.}" : $"{day:yyyy-MM-dd}";

    public string Day(DateTimeOffset instant) => Day(BudapestTime.DayOf(instant));

    /// <summary>A minute, in Budapest.</summary>
    public string Minute(DateTimeOffset instant) => $"{Day(instant)} {BudapestTime.At(instant):HH:mm}";

    /// <summary>The page of a request, or of a form that it brought back.</summary>
    public static Page Of(HttpContext http, FormState? form) => new(
        Languages.Of(http),
        LiveSession.CustomerOf(http),
        http.Request.Path,
        HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : FormReading.LocalPath(form?.ValueOf(AddressField), "/"),
        DoneNotices.Find(http.Request.Query["done"]),
        form is { Problems.Count: > 0 });

    /// <summary>Renders a component with its parameters, with the page, and with a form that came back.</summary>
    public static RazorComponentResult<TComponent> Show<TComponent>(
        HttpContext http, object? parameters = null, int status = StatusCodes.Status200OK, FormState? form = null)
        where TComponent : IComponent
    {
        Dictionary<string, object?> all = parameters?.GetType().GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(parameters), StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
        all["Page"] = Of(http, form);
        if (form is not null)
        {
            all["Form"] = form;
        }

        return new RazorComponentResult<TComponent>(all!) { StatusCode = status };
    }
}
