using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>A diagnosis that was made, with what it found.</summary>
public sealed class DiagnosisReport : IEntityTypeConfiguration<DiagnosisReport>
{
    public Guid Id { get; init; }

    public required string DeviceCode { get; init; }

    public Guid CustomerId { get; init; }

    public DateTimeOffset At { get; init; }

    public bool Faulty { get; init; }

    /// <summary>The <see cref="Finding"/>s, as JSON.</summary>
    public required string Findings { get; init; }

    public void Configure(EntityTypeBuilder<DiagnosisReport> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(report => report.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(report => report.DeviceCode);
    }
}
