using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IqosDevice.Portal.Hosting;

/// <summary>What the service is made of.</summary>
internal static class PortalServices
{
    public static void Add(WebApplicationBuilder builder, PortalOptions options, Secrets secrets, PortalClock clock, Action<string> log)
    {
        builder.Logging.ClearProviders().AddProvider(new LineLoggerProvider(log));

        // Below a warning the framework logs addresses of requests, and those hold tokens.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        IServiceCollection services = builder.Services;
        services.AddSingleton(options).AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        AddData(services, options, secrets);
        AddIdentity(services, options);
        PortalAuthentication.Add(services);
        AddDomain(services);
        services.AddRateLimiter(limiter => RequestLimits.Configure(limiter, options));
        services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "portal.antiforgery";
            antiforgery.FormFieldName = "antiforgery";
            antiforgery.HeaderName = "X-Antiforgery";
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 64;
            form.ValueLengthLimit = 8 * 1024;
            form.MultipartBodyLengthLimit = RequestLimits.UploadBodyBytes;
        });
        services.Configure<RouteOptions>(route => route.LowercaseUrls = true);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(
            new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
        services.AddRazorComponents();
        services.AddOpenApi(api => api.AddOperationTransformer<RefusalTransformer>());
    }

    private static void AddData(IServiceCollection services, PortalOptions options, Secrets secrets)
    {
        services.AddSingleton<WriteTurn>().AddScoped<Retention>().AddHostedService<RetentionTimer>();
        services.AddDbContext<PortalDb>(db => PortalDatabase.Configure(db, options.DatabasePath));
        services.AddDataProtection().SetApplicationName("portal").PersistKeysToFileSystem(secrets.Keys);
    }

    private static void AddIdentity(IServiceCollection services, PortalOptions options)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordIterations);
        services.AddSingleton<IPasswordHasher<Customer>, PasswordHasher<Customer>>();
        services.AddSingleton<DecoyAccount>();
        services.AddIdentityCore<Customer>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddUserStore<CustomerStore>().AddPasswordValidator<PolicyPasswordValidator>();
    }

    private static void AddDomain(IServiceCollection services) => services
        .AddSingleton<SupportContent>()
        .AddScoped<Audit>().AddScoped<Post>().AddScoped<Sessions>()
        .AddScoped<OneTimeCodes>().AddScoped<Passwords>().AddScoped<Registration>().AddScoped<SignIn>().AddScoped<Profile>()
        .AddScoped<Club>().AddScoped<Deletion>()
        .AddScoped<Registry>().AddScoped<DeviceRegistration>().AddScoped<DeviceShelf>().AddScoped<Proofs>().AddScoped<GiveBack>()
        .AddScoped<Diagnoses>().AddScoped<Replacements>().AddScoped<Warranty>();
}
