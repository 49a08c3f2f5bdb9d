using System.Net;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Support;

namespace IqosDevice.Portal.Tests.Support;

public sealed class SupportTests
{
    // Summer time ends at 2026-10-25, 03:00 and begins at 2027-03-28, 02:00.
    [Theory]
    [Rule("support-hours")]
    [InlineData("2026-11-23T06:59:59Z", false)]
    [InlineData("2026-11-23T07:00:00Z", true)]
    [InlineData("2026-11-23T20:59:59Z", true)]
    [InlineData("2026-11-23T21:00:00Z", false)]
    [InlineData("2026-07-06T05:59:59Z", false)]
    [InlineData("2026-07-06T06:00:00Z", true)]
    [InlineData("2026-07-06T20:00:00Z", false)]
    [InlineData("2026-10-24T07:59:59Z", false)]
    [InlineData("2026-10-24T08:00:00Z", true)]
    [InlineData("2026-10-25T08:59:59Z", false)]
    [InlineData("2026-10-25T09:00:00Z", true)]
    [InlineData("2026-10-25T16:59:59Z", true)]
    [InlineData("2026-10-25T17:00:00Z", false)]
    [InlineData("2027-03-28T08:00:00Z", true)]
    [InlineData("2027-03-28T07:59:59Z", false)]
    public void Support_is_open_by_the_clock_of_Budapest(string instant, bool open) =>
        OpeningHours.IsOpen(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(open);

    [Fact]
    [Rule("support-daylight-saving")]
    public void The_written_down_zone_is_that_of_the_database_hour_by_hour()
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Budapest", out TimeZoneInfo? zone), "no time zone database here");
        for (DateTimeOffset hour = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero); hour.Year < 2040; hour = hour.AddHours(1))
        {
            BudapestTime.At(hour).Offset.ShouldBe(zone!.GetUtcOffset(hour));
        }
    }

    [Theory]
    [Rule("support-shops")]
    [InlineData("", 8)]
    [InlineData("budapest", 3)]
    [InlineData("PÉCS", 1)]
    [InlineData("gyor", 1)]
    [InlineData("nowhere", 0)]
    public async Task Shops_are_found_by_town(string town, int count)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await portal.Visit().GetAsync("/api/support/shops?town=" + Uri.EscapeDataString(town))).Json.GetArrayLength().ShouldBe(count);
    }

    [Fact]
    [Rule("support-notices", "support-open-now")]
    public async Task Notices_show_while_they_last_and_contact_says_whether_somebody_answers()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient visitor = portal.Visit();
        (await visitor.GetAsync("/api/support/notices")).Json[0].GetProperty("id").GetString().ShouldBe("winter-cold");
        (await visitor.GetAsync("/api/support/contact")).Json.GetProperty("openNow").GetBoolean().ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromDays(150) + TimeSpan.FromHours(11));
        (await visitor.GetAsync("/api/support/notices")).Json.GetArrayLength().ShouldBe(0);
        (await visitor.GetAsync("/api/support/contact")).Json.GetProperty("openNow").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    [Rule("support-firmware")]
    public async Task Firmware_is_listed_by_model_latest_first()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await portal.Visit().GetAsync("/api/support/firmware/ILUMA%20i")).Json[0].GetProperty("version").GetString().ShouldBe("124.7.0.20");
        (await portal.Visit().GetAsync("/api/support/firmware/ILUMA%20X")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Rule("support-content")]
    public void Everything_that_support_says_is_complete_in_both_languages()
    {
        var content = new SupportContent();
        List<Wording> all =
        [
            .. content.Faq.SelectMany(category => category.Entries.SelectMany(entry => new[] { entry.Question, entry.ShortAnswer, entry.FullAnswer }).Append(category.Title)),
            .. content.Tips.SelectMany(tip => new[] { tip.Title, tip.Text }),
            .. content.Notices.SelectMany(notice => new[] { notice.Title, notice.Text }),
            .. content.Firmware.Select(release => release.Notes), .. content.Contacts.Select(way => way.Title),
            .. ProblemCatalogue.All.Values.Select(problem => problem.Wording),
        ];
        all.ShouldAllBe(text => text.English.Length > 0 && text.Hungarian.Length > 0);
        foreach (string model in DeviceModels.Served)
        {
            content.VideosFor(model).Count().ShouldBe(3, model);
            content.Firmware.ShouldContain(release => release.Model == model);
            content.Shops.ShouldContain(shop => !shop.LimitedRange && shop.Models.Contains(model), model);
        }
    }
}
