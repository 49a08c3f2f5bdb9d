using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Devices;

/// <summary>Takes in which devices were made.</summary>
public static class Factory
{
    /// <summary>Adds devices; those that are known already stay as they are.</summary>
    /// <returns>How many were new.</returns>
    public static Task<int> AddAsync(PortalDb db, IReadOnlyList<ManufacturedDevice> made) => db.WriteAsync(async () =>
    {
        HashSet<string> known = [.. await db.Devices.Select(device => device.Code).ToListAsync()];
        List<Device> fresh = [.. made.Where(device => known.Add(device.Code)).Select(device => new Device
        {
            Code = device.Code,
            Model = device.Model,
            SoldOn = device.SoldOn,
            SoldIn = device.SoldIn,
            ShopId = device.ShopId,
        })];
        db.Devices.AddRange(fresh);
        return fresh.Count;
    });
}
