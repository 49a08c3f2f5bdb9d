using System.Net;
using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Devices;

/// <summary>What the books must hold outlives the profile: that a device was replaced or given back.</summary>
public sealed class BooksTests
{
    private const string WornGauge = "64680E00000000E803E8033C0000";

    [Fact]
    [Rule("delete-books")]
    public async Task That_a_device_was_replaced_or_given_back_is_kept_when_its_owner_has_gone()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        await ReplaceAsync(portal, anna);
        await GiveBackAsync(anna);
        (await anna.PostAsync("/api/profile/delete", new { password = People.Password })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await portal.WithAsync<PortalDb, List<string>>(db => db.RetainedRecords.OrderBy(record => record.Id).Select(record => record.Kind + " " + record.DeviceCode).ToListAsync()))
            .ShouldBe(["replacement " + TestPortal.Domestic, "give-back " + TestPortal.Domestic2]);
    }

    private static async Task ReplaceAsync(TestPortal portal, PortalClient owner)
    {
        await owner.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await owner.PostAsync("/api/devices/diagnoses", new { code = TestPortal.Domestic, eventLog = Array.Empty<string>(), gauge = WornGauge });
        string id = (await owner.PostAsync($"/api/devices/{TestPortal.Domestic}/replacement", new { shopId = "szeged" })).Text("id");
        PortalClient clerk = await portal.SignInClerkAsync();
        (await clerk.PostAsync("/api/clerk/replacements/" + id, new { code = TestPortal.InStock })).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task GiveBackAsync(PortalClient owner)
    {
        await owner.PostAsync("/api/devices", new { code = TestPortal.Domestic2, ownUse = true });
        foreach (string video in new[] { "first-use", "cleaning", "two-uses" })
        {
            await owner.PostAsync($"/api/devices/{TestPortal.Domestic2}/videos/{video}");
        }

        (await owner.PostAsync($"/api/devices/{TestPortal.Domestic2}/give-back")).Status.ShouldBe(HttpStatusCode.NoContent);
    }
}
