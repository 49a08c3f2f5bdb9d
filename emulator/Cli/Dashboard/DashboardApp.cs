using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.Dashboard.Api;
using IqosDevice.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IqosDevice.Cli.Dashboard;

/// <summary>
/// The web server without its routes: limits, guards, and what a failure looks like. It takes nothing from files or
/// environment variables of the web framework, so that it listens where it was told and nowhere else.
/// </summary>
internal static class DashboardApp
{
    private const int MostBodyBytes = 64 * 1024;
    private const int MostConnections = 200;

    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    public static WebApplication Build(HttpAddress address, BrowserToken token, Action<string> log)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MostBodyBytes;
            server.Limits.MaxConcurrentConnections = MostConnections;
            server.Listen(address.Address, address.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenApi(options =>
        {
            options.AddOperationTransformer(VerbOperations.DescribeAsync);
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "iqos-emulator control API", Version = "1" };
                return Task.CompletedTask;
            });
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);

        WebApplication app = builder.Build();
        app.Use((context, next) => GuardDefectsAsync(context, next, log));
        app.Use(new AccessGuard(token, address).InvokeAsync);
        app.UseRouting();
        LoginPage.Map(app, token);
        WebFiles.Map(app);
        app.MapOpenApi("/openapi.json");
        return app;
    }

    /// <summary>Whatever goes wrong is told in a sentence, and never with a stack trace.</summary>
    private static async Task GuardDefectsAsync(HttpContext context, RequestDelegate next, Action<string> log)
    {
        try
        {
            await next(context);
            await ExplainAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            (int status, string detail) = failure switch
            {
                BadHttpRequestException bad => (bad.StatusCode, bad.Message),
                SimulationEndedException => (StatusCodes.Status503ServiceUnavailable, failure.Message),
                _ => (StatusCodes.Status500InternalServerError, "The emulator failed on this request; its log has a line about it."),
            };
            if (status == StatusCodes.Status500InternalServerError)
            {
                log($"http: {context.Request.Method} {context.Request.Path} failed: {failure.GetType().Name}: {failure.Message}");
            }

            await Refusal.WriteAsync(context, status, detail);
        }
    }

    /// <summary>What the router refuses comes without a body.</summary>
    private static Task ExplainAsync(HttpContext context) => (context.Response.HasStarted, context.Response.StatusCode) switch
    {
        (false, StatusCodes.Status404NotFound) =>
            Refusal.WriteAsync(context, StatusCodes.Status404NotFound, $"There is nothing at {context.Request.Path}."),
        (false, StatusCodes.Status405MethodNotAllowed) =>
            Refusal.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} takes {context.Response.Headers.Allow}."),
        _ => Task.CompletedTask,
    };
}
