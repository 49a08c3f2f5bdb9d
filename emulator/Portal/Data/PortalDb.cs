using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Data;

/// <summary>The database. Everything that changes it goes through <see cref="WriteAsync{T}"/>.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options, WriteTurn turn) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<Ownership> Ownerships => Set<Ownership>();

    public DbSet<TransferOffer> TransferOffers => Set<TransferOffer>();

    public DbSet<ProofOfPurchase> ProofsOfPurchase => Set<ProofOfPurchase>();

    public DbSet<DiagnosisReport> DiagnosisReports => Set<DiagnosisReport>();

    public DbSet<Replacement> Replacements => Set<Replacement>();

    public DbSet<WarrantyClaim> WarrantyClaims => Set<WarrantyClaim>();

    public DbSet<WatchedVideo> WatchedVideos => Set<WatchedVideo>();

    public DbSet<RetainedRecord> RetainedRecords => Set<RetainedRecord>();

    /// <summary>
    /// One change of the database, all of it or nothing: writers take turns, so a rule that reads before it writes sees
    /// what it decides upon. Within another change it is part of that one.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> change, CancellationToken cancellation = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            T part = await change();
            await SaveChangesAsync(cancellation);
            return part;
        }

        using IDisposable mine = await turn.TakeAsync(cancellation);

        // What was read before the turn came may have been changed by then.
        ChangeTracker.Clear();
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        T result = await change();
        await SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>Overwrites the log of the database, which otherwise still holds pages as they were before something was deleted.</summary>
    public Task<int> EmptyLogAsync() => Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite compares no offsets; milliseconds since 1970 sort as they should.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
}
