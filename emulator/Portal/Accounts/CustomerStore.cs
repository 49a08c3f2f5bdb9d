using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.AspNetCore.Identity;

namespace IqosDevice.Portal.Accounts;

/// <summary>
/// Where ASP.NET Core Identity keeps customers. What it saves becomes part of the change in which it is called
/// (<see cref="PortalDb.WriteAsync{T}"/>).
/// </summary>
public sealed class CustomerStore(PortalDb db, PortalClock clock)
    : IUserPasswordStore<Customer>, IUserLockoutStore<Customer>
{
    public Task<string> GetUserIdAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString());

    public Task SetUserNameAsync(Customer user, string? userName, CancellationToken cancellationToken) => throw NoNames();

    public Task<string?> GetNormalizedUserNameAsync(Customer user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    // The number of an account is its name, and never changes.
    public Task SetNormalizedUserNameAsync(Customer user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IdentityResult> CreateAsync(Customer user, CancellationToken cancellationToken)
    {
        db.Customers.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Customer user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Customer user, CancellationToken cancellationToken)
    {
        db.Customers.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Customer?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out Guid id) ? await db.Customers.FindAsync([id], cancellationToken) : null;

    public Task<Customer?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByIdAsync(normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(Customer user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash ?? string.Empty);

    public Task<string?> GetPasswordHashAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    // Identity reads the machine's clock here; what is kept is by the portal's, so that a jump ends a lock-out too.
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Customer user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil - clock.Ahead);

    public Task SetLockoutEndDateAsync(Customer user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(() => user.LockedUntil = lockoutEnd + clock.Ahead);

    public Task<int> IncrementAccessFailedCountAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedSignIns);

    public Task ResetAccessFailedCountAsync(Customer user, CancellationToken cancellationToken) => Set(() => user.FailedSignIns = 0);

    public Task<int> GetAccessFailedCountAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Customer user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Customer user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // The database belongs to the request.
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static NotSupportedException NoNames() => new("the number of an account is its name");
}
