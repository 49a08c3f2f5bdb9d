using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace IqosDevice.Portal.Security;

/// <summary>How large and how many requests may be.</summary>
public static class RequestLimits
{
    /// <summary>Body of an ordinary request.</summary>
    public const long BodyBytes = 64 * 1024;

    /// <summary>Body of an upload: the file and the fields around it.</summary>
    public const long UploadBodyBytes = UploadRules.MaximumBytes + BodyBytes;

    /// <summary>Policy of what can be guessed at: signing in, registering, recovering.</summary>
    public const string SignInPolicy = "sign-in";

    /// <summary>Sets the limits a minute and address.</summary>
    public static void Configure(RateLimiterOptions limiter, PortalOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PerMinute(http, options.RequestsPerMinute));
        limiter.AddPolicy(SignInPolicy, http => PerMinute(http, options.SignInRequestsPerMinute));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext http, int limit) => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "local",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
}
