using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>Refuses an app, with the reason and where on the web it is done instead.</summary>
public static class WebOnly
{
    /// <summary>Keeps apps away from endpoints.</summary>
    /// <param name="endpoints">One or a group.</param>
    /// <param name="code">The reason, as a problem code.</param>
    public static T ForWebOnly<T>(this T endpoints, string code = "web-only")
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new WebOnlyMark(code)).AddEndpointFilter(async (context, next) =>
            Sessions.IsApp(context.HttpContext.User)
                ? ApiAnswers.Problem(context.HttpContext, Outcome.Refuse(code))
                : await next(context));
}
