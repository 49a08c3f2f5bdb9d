using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Devices;

/// <summary>A device that was manufactured. Its code is the product number that it answers on SCP register 03.</summary>
public sealed class Device : IEntityTypeConfiguration<Device>
{
    public required string Code { get; init; }

    /// <summary>Marketing name, e.g. <c>ILUMA i</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Day of the first sale; null while it is in stock.</summary>
    public DateOnly? SoldOn { get; set; }

    /// <summary>Country of the first sale, ISO 3166-1 alpha-2.</summary>
    public string? SoldIn { get; set; }

    /// <summary>Shop of the first sale, where it is one of ours.</summary>
    public string? ShopId { get; set; }

    /// <summary>Why nobody can register it any more; null for a device in use.</summary>
    public BlockReason? Blocked { get; set; }

    /// <summary>The device that took its place.</summary>
    public string? ReplacedBy { get; set; }

    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.HasKey(device => device.Code);
        builder.Property(device => device.Code).HasMaxLength(DeviceCodes.Length);
    }
}
