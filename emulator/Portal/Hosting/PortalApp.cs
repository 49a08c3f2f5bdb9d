using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Hosting;

/// <summary>Puts the service together: what it needs, what a request passes through, and what it can be asked.</summary>
public static class PortalApp
{
    /// <summary>Builds the service and opens its database, without listening yet.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="log">Takes one line for what an operator should know.</param>
    /// <param name="machineClock">The machine's clock.</param>
    /// <param name="configure">Changes the host; for tests.</param>
    public static async Task<WebApplication> BuildAsync(
        PortalOptions options, Action<string> log, TimeProvider machineClock, Action<WebApplicationBuilder>? configure = null)
    {
        var secrets = Secrets.Open(options.SecretsPath ?? options.DatabasePath + ".secrets");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "IqosDevice.Portal",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.BodyBytes;
        });
        builder.WebHost.UseUrls("http://" + options.Address);
        PortalServices.Add(builder, options, secrets, new PortalClock(machineClock), log);
        configure?.Invoke(builder);
        WebApplication app = builder.Build();
        try
        {
            await Startup.PrepareAsync(app.Services, options, secrets);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        UsePipeline(app);
        PortalRoutes.Map(app, options);
        return app;
    }

    // In front of all of this the framework's own host filter looks at the host's name (PortalServices).
    private static void UsePipeline(WebApplication app)
    {
        app.Use(HostHeader.CheckAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(handler => handler.Run(Failures.AnswerExceptionAsync));
        app.UseStatusCodePages(context => Failures.AnswerStatusAsync(context.HttpContext));
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use((http, next) => LiveSession.CheckAsync(http, http.RequestServices.GetRequiredService<Sessions>(), next));
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(Failures.RefuseForgeryAsync);
    }
}
