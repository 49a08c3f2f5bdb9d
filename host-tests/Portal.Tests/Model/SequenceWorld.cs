using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Tests.Model;

/// <summary>The domain's services on a database in memory, without a server around them.</summary>
internal sealed class SequenceWorld : IAsyncDisposable
{
    public const string Password = "seven blue herons";

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly ServiceProvider provider;
    private readonly AsyncServiceScope scope;

    private SequenceWorld()
    {
        connection.Open();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new PortalClock(TimeProvider.System)).AddSingleton<WriteTurn>().AddSingleton<SupportContent>();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddDbContext<PortalDb>(options => options.UseSqlite(connection));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
        services.AddSingleton<IPasswordHasher<Customer>, PasswordHasher<Customer>>().AddSingleton<DecoyAccount>();
        services.AddIdentityCore<Customer>().AddUserStore<CustomerStore>();
        services.AddScoped<Audit>().AddScoped<Post>().AddScoped<OneTimeCodes>().AddScoped<Passwords>().AddScoped<Sessions>().AddScoped<SignIn>().AddScoped<Deletion>()
            .AddScoped<Registry>().AddScoped<DeviceRegistration>().AddScoped<GiveBack>();
        provider = services.BuildServiceProvider();
        scope = provider.CreateAsyncScope();
    }

    public PortalDb Db => Get<PortalDb>();

    public static async Task<SequenceWorld> CreateAsync()
    {
        var world = new SequenceWorld();
        await world.Db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return world;
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Empties the database, and puts customers and devices into it.</summary>
    public async Task<Guid[]> BeginAsync(int customers, int devices)
    {
        Guid[] ids = [.. Enumerable.Range(0, customers).Select(_ => Guid.NewGuid())];
        Db.ChangeTracker.Clear();
        await Db.Database.ExecuteSqlRawAsync(
            "DELETE FROM Ownerships; DELETE FROM Customers; DELETE FROM Devices; DELETE FROM OutboxMessages; DELETE FROM AuditEntries; DELETE FROM RetainedRecords;",
            TestContext.Current.CancellationToken);
        string hash = Get<DecoyAccount>().Customer.PasswordHash;
        for (int number = 0; number < customers; number++)
        {
            Db.Customers.Add(CreateCustomer(ids[number], number, hash));
        }

        for (int number = 0; number < devices; number++)
        {
            Db.Devices.Add(new Device { Code = CodeOf(number), Model = "ILUMA i", SoldOn = new DateOnly(2026, 1, 1), SoldIn = "HU" });
        }

        await Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Db.ChangeTracker.Clear();
        return ids;
    }

    public static string CodeOf(int device) => $"HSEQUENCE{device:D5}";

    public static string EmailOf(int customer) => $"personal{customer}@example.com";

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await provider.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static Customer CreateCustomer(Guid id, int number, string hash) => new()
    {
        Id = id,
        Email = EmailOf(number),
        NormalizedEmail = Customer.Normalize(EmailOf(number)),
        EmailConfirmed = true,
        Mobile = $"+3620555{number:D4}",
        MobileConfirmed = true,
        PasswordHash = hash,
        FamilyName = "personal",
        GivenName = "personal",
        PostalCode = "1011",
        Town = "personal",
        Street = "personal",
    };
}
