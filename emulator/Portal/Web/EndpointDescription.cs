using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>Describes endpoints: what they are for, what they answer, why they refuse.</summary>
public static class EndpointDescription
{
    /// <summary>An endpoint that answers without a body.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, string summary, params string[] refusals) =>
        route.WithSummary(summary).Produces(StatusCodes.Status204NoContent).WithMetadata(new Refusals(refusals));

    /// <summary>An endpoint that answers with a value.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string summary, params string[] refusals) =>
        route.WithSummary(summary).Produces<T>().WithMetadata(new Refusals(refusals));
}
