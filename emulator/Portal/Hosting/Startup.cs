using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Hosting;

/// <summary>Brings a database up to date: its tables, the devices that were made, what is to be kept no longer, and a clerk.</summary>
internal static class Startup
{
    public const string ClerkEmail = "clerk@portal.example";

    public static async Task PrepareAsync(IServiceProvider services, PortalOptions options, Secrets secrets)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await RefuseNewerAsync(db, options.DatabasePath);
        await db.Database.MigrateAsync();
        await Factory.AddAsync(db, options.Manufactured);
        await scope.ServiceProvider.GetRequiredService<Retention>().SweepAsync();
        if (!await db.Customers.AnyAsync(customer => customer.Role == Role.Clerk))
        {
            await AddClerkAsync(db, scope.ServiceProvider.GetRequiredService<IPasswordHasher<Customer>>(), secrets,
                scope.ServiceProvider.GetRequiredService<PortalClock>());
        }
    }

    // A newer portal may have changed what an older one would write wrongly.
    private static async Task RefuseNewerAsync(PortalDb db, string path)
    {
        string[] unknown = File.Exists(path) ? [.. (await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations())] : [];
        if (unknown.Length > 0)
        {
            throw new IOException($"the database {path} was made by a newer portal: it has {unknown[0]}, which this one does not know");
        }
    }

    private static Task<bool> AddClerkAsync(PortalDb db, IPasswordHasher<Customer> hasher, Secrets secrets, PortalClock clock)
    {
        var clerk = new Customer
        {
            Id = Guid.NewGuid(),
            Email = ClerkEmail,
            NormalizedEmail = Customer.Normalize(ClerkEmail),
            EmailConfirmed = true,
            Mobile = string.Empty,
            FamilyName = "Clerk",
            GivenName = "Clerk",
            PostalCode = string.Empty,
            Town = string.Empty,
            Street = string.Empty,
            Role = Role.Clerk,
            RegisteredAt = clock.GetUtcNow(),
        };
        clerk.PasswordHash = hasher.HashPassword(clerk, secrets.ReadClerkPassword());
        return db.WriteAsync(() =>
        {
            db.Customers.Add(clerk);
            return Task.FromResult(true);
        });
    }
}
