using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>Refuses an app, with the reason and where on the web it is done instead.</summary>
/// <param name="code">The reason, as a problem code.</param>
public sealed class WebOnly(string code) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Sessions.IsApp(context.HttpContext.User)
            ? ApiAnswers.Problem(context.HttpContext, Outcome.Refuse(code))
            : await next(context);
}
