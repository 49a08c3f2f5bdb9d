using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IqosDevice.Portal.Web;

/// <summary>What every page knows: its language, who looks at it, where it is.</summary>
public sealed record Page(Language Language, Customer? Customer, string Path)
{
    /// <summary>A text in the language of the page.</summary>
    public string Say(string english, string hungarian) => Language == Language.Hungarian ? hungarian : english;

    public string Say(Wording wording) => wording.In(Language);

    public static Page Of(HttpContext http) => new(Languages.Of(http), LiveSession.CustomerOf(http), http.Request.Path);

    /// <summary>Renders a component with its parameters, and with the page as one of them.</summary>
    public static RazorComponentResult<TComponent> Show<TComponent>(HttpContext http, object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent
    {
        Dictionary<string, object?> all = parameters?.GetType().GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(parameters), StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
        all["Page"] = Of(http);
        return new RazorComponentResult<TComponent>(all!) { StatusCode = status };
    }
}
