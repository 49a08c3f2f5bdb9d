using System.Net;

namespace IqosDevice.Portal.Tests.Diagnosis;

public sealed class ReplacementTests
{
    private const string Anna = "anna@example.com";
    private const string SoundGauge = "64680E00000000E803E803640000";
    private const string WornGauge = "64680E00000000E803E8033C0000";
    private const string SoundStatus = "01030000DC000000000000640A";

    [Fact]
    [Rule("replacement-moves", "replacement-blocks", "replacement-once", "replacement-model", "replacement-stock", "replacement-warranty-moves", "replacement-told")]
    public async Task A_replacement_moves_the_registration_to_the_new_code_and_blocks_the_old_one()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await JoinWithDeviceAsync(portal);
        (await AskAsync(anna, "szeged")).Problem.ShouldBe("no-diagnosis");
        PortalClient app = await portal.OpenAppAsync(Anna);
        PortalClient.Answer diagnosis = await DiagnoseAsync(app, WornGauge);
        diagnosis.Json.GetProperty("faulty").GetBoolean().ShouldBeTrue();
        diagnosis.Json.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("low-health");
        (await AskAsync(anna, "szeged")).Status.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(anna, "szeged")).Problem.ShouldBe("replacement-open");
        PortalClient clerk = await portal.SignInClerkAsync();
        string path = $"/api/clerk/replacements/{(await clerk.GetAsync("/api/clerk/replacements")).Json[0].GetProperty("id").GetString()}";
        (await clerk.PostAsync(path, new { code = TestPortal.OtherModelInStock })).Problem.ShouldBe("replacement-other-model");
        (await clerk.PostAsync(path, new { code = TestPortal.Domestic2 })).Problem.ShouldBe("replacement-not-in-stock");

        (await clerk.PostAsync(path, new { code = TestPortal.InStock })).Status.ShouldBe(HttpStatusCode.NoContent);

        PortalClient.Answer devices = await anna.GetAsync("/api/devices");
        devices.Json.GetArrayLength().ShouldBe(1);
        devices.Json[0].GetProperty("code").GetString().ShouldBe(TestPortal.InStock);
        devices.Json[0].GetProperty("extendedWarrantyUntil").GetString().ShouldBe("2029-11-01");
        (await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true })).Problem.ShouldBe("device-blocked");
        (await clerk.PostAsync(path, new { code = TestPortal.InStock2 })).Problem.ShouldBe("replacement-closed");
        (await portal.CountMessagesAsync(Anna, "replacement-approved")).ShouldBe(1);
        (await portal.CountMessagesAsync(Anna, "device-replaced")).ShouldBe(1);
    }

    [Theory]
    [Rule("replacement-shop-model", "replacement-shop-limited")]
    [InlineData("bp-station", "shop-limited")]
    [InlineData("gyor", "shop-other-models")]
    [InlineData("nowhere", "shop-unknown")]
    public async Task A_shop_replaces_what_it_sells_unless_its_range_is_limited(string shopId, string problem)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await JoinWithDeviceAsync(portal);
        await DiagnoseAsync(anna, WornGauge);
        (await AskAsync(anna, shopId)).ProblemsOf("shopId").ShouldBe([problem]);
    }

    [Fact]
    [Rule("replacement-diagnosis", "replacement-diagnosis-age")]
    public async Task A_sound_device_is_not_replaced_and_a_diagnosis_counts_for_thirty_days()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await JoinWithDeviceAsync(portal);
        await DiagnoseAsync(anna, SoundGauge);
        (await AskAsync(anna, "szeged")).Problem.ShouldBe("no-diagnosis");
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await DiagnoseAsync(anna, WornGauge);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        anna = await portal.SignInAsync(Anna);
        (await AskAsync(anna, "szeged")).Problem.ShouldBe("no-diagnosis");
        await DiagnoseAsync(anna, WornGauge);
        portal.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await AskAsync(await portal.SignInAsync(Anna), "szeged")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("replacement-warranty")]
    public async Task A_device_out_of_warranty_is_not_replaced()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await JoinWithDeviceAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(3 * 366));
        PortalClient anna = await portal.SignInAsync(Anna);
        await DiagnoseAsync(anna, WornGauge);
        (await AskAsync(anna, "szeged")).Problem.ShouldBe("out-of-warranty");
    }

    [Theory]
    [Rule("diagnosis-form")]
    [InlineData("gauge", "6468")]
    [InlineData("gauge", "not hexadecimal")]
    [InlineData("status", "02")]
    [InlineData("code", "X")]
    public async Task What_no_holder_sends_is_refused_field_by_field(string field, string value)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await JoinWithDeviceAsync(portal);
        var upload = new Dictionary<string, object> { ["code"] = TestPortal.Domestic, ["eventLog"] = Array.Empty<string>(), ["gauge"] = SoundGauge };
        upload[field] = value;
        PortalClient.Answer answer = await anna.PostAsync("/api/devices/diagnoses", upload);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ProblemsOf(field).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("not hexadecimal")]
    [Rule("diagnosis-form")]
    public async Task A_log_with_an_entry_that_no_holder_writes_is_refused(string entry)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await JoinWithDeviceAsync(portal);
        (await anna.PostAsync("/api/devices/diagnoses", new { code = TestPortal.Domestic, eventLog = new[] { entry }, gauge = SoundGauge }))
            .ProblemsOf("eventLog").ShouldBe(["not-a-diagnosis"]);
    }

    [Fact]
    [Rule("diagnosis-own", "diagnosis-daily")]
    public async Task Somebody_elses_device_cannot_be_diagnosed_and_ten_diagnoses_a_day_are_enough()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await JoinWithDeviceAsync(portal);
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        (await DiagnoseAsync(bela, WornGauge)).Problem.ShouldBe("not-your-device");
        for (int time = 0; time < 10; time++)
        {
            (await DiagnoseAsync(anna, SoundGauge)).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await DiagnoseAsync(anna, SoundGauge)).Problem.ShouldBe("diagnosis-limit");
    }

    [Fact]
    [Rule("warranty-law", "warranty-receipt", "claim-once")]
    public async Task Warranty_by_law_needs_a_receipt_and_no_profile_and_ends_after_two_years()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await ClaimAsync(portal.Visit(), "2026-11-02")).Problem.ShouldBe("code-unknown");
        (await ClaimAsync(portal.Visit(), null)).ProblemsOf("boughtOn").ShouldBe(["required"]);
        (await ClaimAsync(portal.Visit(), "2026-11-01")).Status.ShouldBe(HttpStatusCode.OK);
        (await ClaimAsync(portal.Visit(), "2026-11-01")).Problem.ShouldBe("claim-open");
        portal.Clock.Advance(new DateTimeOffset(2028, 11, 1, 12, 0, 0, TimeSpan.Zero) - TestPortal.Start);
        (await ClaimAsync(portal.Visit(), "2026-11-01")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromDays(16));
        (await ClaimAsync(portal.Visit(), "2026-11-01")).Problem.ShouldBe("out-of-warranty");
    }

    [Fact]
    [Rule("warranty-extended")]
    public async Task Registration_extends_the_warranty_to_three_years()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await JoinWithDeviceAsync(portal);
        portal.Clock.Advance(new DateTimeOffset(2029, 11, 1, 12, 0, 0, TimeSpan.Zero) - TestPortal.Start);
        (await ClaimAsync(portal.Visit(), "2026-11-01")).Problem.ShouldBe("out-of-warranty");
        (await ClaimAsync(await portal.SignInAsync(Anna), null)).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromDays(16));
        (await ClaimAsync(await portal.SignInAsync(Anna), null)).Problem.ShouldBe("out-of-warranty");
    }

    private static async Task<PortalClient> JoinWithDeviceAsync(TestPortal portal)
    {
        PortalClient anna = await portal.JoinAsync();
        (await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true })).Status.ShouldBe(HttpStatusCode.OK);
        return anna;
    }

    private static Task<PortalClient.Answer> DiagnoseAsync(PortalClient customer, string gauge) => customer.PostAsync(
        "/api/devices/diagnoses", new { code = TestPortal.Domestic, eventLog = Array.Empty<string>(), gauge, status = SoundStatus });

    private static Task<PortalClient.Answer> AskAsync(PortalClient customer, string shopId) =>
        customer.PostAsync($"/api/devices/{TestPortal.Domestic}/replacement", new { shopId });

    private static Task<PortalClient.Answer> ClaimAsync(PortalClient customer, string? boughtOn) =>
        customer.PostAsync("/api/warranty/claims", new { code = TestPortal.Domestic, boughtOn, description = "It does not start." });
}
