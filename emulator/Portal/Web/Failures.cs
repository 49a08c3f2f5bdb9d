using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IqosDevice.Portal.Web;

/// <summary>Answers to what no handler answered: a problem for the API, a page for people.</summary>
public static class Failures
{
    public static Task AnswerStatusAsync(HttpContext http) => AnswerAsync(http, CodeOf(http.Response.StatusCode));

    /// <summary>Turns a form away whose antiforgery token is missing or wrong, before anybody reads it.</summary>
    public static Task RefuseForgeryAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return AnswerAsync(http, "antiforgery");
    }

    public static Task AnswerExceptionAsync(HttpContext http)
    {
        Exception? failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;

        // What cannot be read is the sender's fault; everything else is ours.
        if (failure is BadHttpRequestException or InvalidDataException)
        {
            http.Response.StatusCode = (failure as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            return AnswerStatusAsync(http);
        }

        if (StorageFailure.Find(failure) is { } storage)
        {
            StorageFailure.Log(http.RequestServices.GetRequiredService<ILogger<PortalDb>>(), storage);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return AnswerStatusAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return http.Response.WriteAsync("internal error");
    }

    private static Task AnswerAsync(HttpContext http, string code)
    {
        Outcome outcome = Outcome.Refuse(code);
        int status = http.Response.StatusCode;
        return IsApi(http)
            ? ApiAnswers.Problem(http, outcome, status).ExecuteAsync(http)
            : Page.Show<ProblemPage>(http, new { Problem = outcome.Problems[0] }, status).ExecuteAsync(http);
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "sign-in-needed",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "wrong-method",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "wrong-type",
        StatusCodes.Status503ServiceUnavailable => "not-stored",
        StatusCodes.Status429TooManyRequests => "too-many-requests",
        _ => "malformed",
    };
}
