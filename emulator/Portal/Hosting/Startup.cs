using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Hosting;

/// <summary>Brings a database up to date: its tables, the devices that were made, and a clerk.</summary>
internal static class Startup
{
    public const string ClerkEmail = "clerk@portal.example";

    public static async Task PrepareAsync(IServiceProvider services, PortalOptions options, Secrets secrets)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.MigrateAsync();
        await Factory.AddAsync(db, options.Manufactured);
        if (!await db.Customers.AnyAsync(customer => customer.Role == Role.Clerk))
        {
            await AddClerkAsync(db, scope.ServiceProvider.GetRequiredService<UserManager<Customer>>(), secrets,
                scope.ServiceProvider.GetRequiredService<PortalClock>());
        }
    }

    private static Task<bool> AddClerkAsync(PortalDb db, UserManager<Customer> manager, Secrets secrets, PortalClock clock)
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
        clerk.PasswordHash = manager.PasswordHasher.HashPassword(clerk, secrets.ReadClerkPassword());
        return db.WriteAsync(async () =>
        {
            db.Customers.Add(clerk);
            await manager.UpdateSecurityStampAsync(clerk);
            return true;
        });
    }
}
