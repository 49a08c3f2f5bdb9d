using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Devices;

/// <summary>A receipt or an invoice, uploaded to be looked at by a clerk.</summary>
public sealed class ProofOfPurchase : IEntityTypeConfiguration<ProofOfPurchase>
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    /// <summary>Code of the device, where the customer can read it; a clerk finds it on the receipt otherwise.</summary>
    public string? DeviceCode { get; init; }

    public DateOnly BoughtOn { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string BoughtIn { get; init; }

    /// <summary>By what the file is, not by what it is called.</summary>
    public required string ContentType { get; init; }

    /// <summary>The file; empty once it is decided upon.</summary>
    public required byte[] Content { get; set; }

    public DateTimeOffset UploadedAt { get; init; }

    public ProofState State { get; set; }

    /// <summary>What a file of this type is called at its end.</summary>
    public string Extension => ContentType switch
    {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        _ => ".jpg",
    };

    public void Configure(EntityTypeBuilder<ProofOfPurchase> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(proof => proof.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(proof => proof.Extension);
        builder.HasIndex(proof => proof.State);
    }
}
