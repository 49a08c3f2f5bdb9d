using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IqosDevice.Portal.Hosting;

/// <summary>Sweeps every hour while the portal runs.</summary>
internal sealed class RetentionTimer(IServiceScopeFactory scopes, PortalClock clock, ILogger<RetentionTimer> log) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SweepAsync();
        }
    }

    // A sweep that fails is made up for by the next one; the portal serves on.
    private async Task SweepAsync()
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Retention>().SweepAsync();
        }
        catch (Exception failure) when (StorageFailure.Find(failure) is { } storage)
        {
            StorageFailure.Log(log, storage);
        }
    }
}
