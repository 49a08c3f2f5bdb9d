using System.Net;

namespace IqosDevice.Portal.Tests.Devices;

public sealed class DeviceTests
{
    private const string Anna = "anna@example.com";
    private const string Bela = "bela@example.com";

    [Fact]
    [Rule("device-domestic", "device-code", "device-found", "device-told")]
    public async Task A_domestic_device_is_registered_at_once_and_its_code_is_found_again()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        (await RegisterAsync(anna, "hdomestic-00001 ")).Status.ShouldBe(HttpStatusCode.OK);

        PortalClient.Answer devices = await anna.GetAsync("/api/devices");
        devices.Json.GetArrayLength().ShouldBe(1);
        devices.Json[0].GetProperty("code").GetString().ShouldBe(TestPortal.Domestic);
        devices.Json[0].GetProperty("model").GetString().ShouldBe("ILUMA i");
        devices.Json[0].GetProperty("extendedWarrantyUntil").GetString().ShouldBe("2029-11-01");
        (await portal.CountMessagesAsync(Anna, "device-registered")).ShouldBe(1);
    }

    [Fact]
    [Rule("device-several", "device-most")]
    public async Task A_customer_has_several_devices_up_to_ten()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        object[] made = [.. Enumerable.Range(0, 11).Select(number =>
            new { code = $"HMANY{number:D9}", model = "ILUMA i", soldOn = "2026-11-02", soldIn = "HU" })];
        (await anna.PostAsync("/api/lab/devices", made)).Status.ShouldBe(HttpStatusCode.OK);
        for (int number = 0; number < 10; number++)
        {
            (await RegisterAsync(anna, $"HMANY{number:D9}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await RegisterAsync(anna, "HMANY000000010")).Problem.ShouldBe("too-many-devices");
    }

    [Theory]
    [Rule("device-known", "device-sold", "device-foreign", "device-model")]
    [InlineData("", "required")]
    [InlineData("HDOMESTIC", "not-a-code")]
    [InlineData("HNOSUCH0000001", "code-unknown")]
    [InlineData(TestPortal.InStock, "device-not-sold")]
    [InlineData(TestPortal.Foreign, "proof-needed")]
    [InlineData(TestPortal.NotServed, "model-not-served")]
    public async Task A_code_that_cannot_be_registered_is_answered_with_the_reason(string code, string problem)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await RegisterAsync(await portal.JoinAsync(), code)).ProblemsOf("code").ShouldBe([problem]);
    }

    [Fact]
    [Rule("device-own-use", "device-one-owner")]
    public async Task A_device_is_for_own_use_and_has_one_owner()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        (await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = false })).ProblemsOf("ownUse").ShouldBe(["own-use"]);
        (await RegisterAsync(anna, TestPortal.Domestic)).Status.ShouldBe(HttpStatusCode.OK);
        (await RegisterAsync(anna, TestPortal.Domestic)).Problem.ShouldBe("device-yours");
        (await RegisterAsync(bela, TestPortal.Domestic)).Problem.ShouldBe("device-taken");
        (await bela.GetAsync("/api/devices/" + TestPortal.Domestic)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Rule("device-guesses")]
    public async Task Whoever_guesses_codes_has_to_wait_an_hour()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        for (int guess = 0; guess < 10; guess++)
        {
            (await RegisterAsync(anna, $"HGUESS{guess:D8}")).Problem.ShouldBe("code-unknown");
        }

        (await RegisterAsync(anna, TestPortal.Domestic)).Problem.ShouldBe("too-many-wrong-codes");
        portal.Clock.Advance(TimeSpan.FromHours(1));
        anna = await portal.SignInAsync(Anna);
        (await RegisterAsync(anna, TestPortal.Domestic)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("app-lists", "app-cannot-register", "app-web-only")]
    public async Task The_app_lists_devices_and_reads_codes_and_cannot_register()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        await RegisterAsync(anna, TestPortal.Domestic);
        PortalClient app = await portal.OpenAppAsync(Anna);

        (await app.GetAsync("/api/devices")).Json[0].GetProperty("code").GetString().ShouldBe(TestPortal.Domestic);
        PortalClient.Answer refused = await RegisterAsync(app, TestPortal.Domestic2);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Problem.ShouldBe("app-cannot-register");
        refused.Text("detail").ShouldNotBeEmpty();
        refused.Text("web").ShouldEndWith("/devices/add");
        (await app.PostAsync("/api/devices/proofs")).Problem.ShouldBe("app-cannot-register");
        (await app.PostAsync($"/api/devices/{TestPortal.Domestic}/offer", new { newOwnerEmail = Bela })).Problem.ShouldBe("web-only");
        (await app.PostAsync("/api/profile/delete", new { password = People.Password })).Problem.ShouldBe("web-only");
        (await app.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    [Rule("transfer-release", "transfer-named", "transfer-own-use", "transfer-told", "transfer-history", "transfer-self")]
    public async Task A_released_device_moves_to_whom_it_was_released_and_both_are_told()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        PortalClient cili = await portal.JoinAsync("cili@example.com", "+36205550103");
        await RegisterAsync(anna, TestPortal.Domestic);
        (await AcceptAsync(bela)).Problem.ShouldBe("no-offer");
        (await OfferAsync(anna, Anna)).Problem.ShouldBe("offer-to-self");
        (await OfferAsync(anna, Bela)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
        (await bela.GetAsync("/api/devices/offered")).Json[0].GetString().ShouldBe(TestPortal.Domestic);
        (await AcceptAsync(cili)).Problem.ShouldBe("no-offer");
        (await bela.PostAsync($"/api/devices/{TestPortal.Domestic}/accept", new { ownUse = false })).Problem.ShouldBe("own-use");

        (await AcceptAsync(bela)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(0);
        PortalClient.Answer history = await bela.GetAsync($"/api/devices/{TestPortal.Domestic}/history");
        history.Json.EnumerateArray().Select(period => period.GetProperty("yours").GetBoolean()).ShouldBe([false, true]);
        history.Json[0].GetProperty("endedBy").GetString().ShouldBe("handedOver");
        history.Body.ShouldNotContain(Anna);
        (await portal.CountMessagesAsync(Bela, "device-offered")).ShouldBe(1);
        (await portal.CountMessagesAsync(Anna, "device-handed-over")).ShouldBe(1);
        (await portal.CountMessagesAsync(Bela, "device-registered")).ShouldBe(1);
    }

    [Fact]
    [Rule("transfer-take-back", "transfer-lapses")]
    public async Task An_offer_can_be_taken_back_and_lapses_after_fourteen_days()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        await RegisterAsync(anna, TestPortal.Domestic);
        await OfferAsync(anna, Bela);
        (await bela.DeleteAsync($"/api/devices/{TestPortal.Domestic}/offer")).Problem.ShouldBe("no-offer");
        (await anna.DeleteAsync($"/api/devices/{TestPortal.Domestic}/offer")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await AcceptAsync(bela)).Problem.ShouldBe("no-offer");

        await OfferAsync(anna, Bela);
        portal.Clock.Advance(TimeSpan.FromDays(14));
        (await AcceptAsync(await portal.SignInAsync(Bela))).Problem.ShouldBe("no-offer");
    }

    [Fact]
    [Rule("videos", "give-back-videos", "give-back-period", "give-back-blocks")]
    public async Task Watched_videos_open_fourteen_days_to_give_the_device_back()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        await RegisterAsync(anna, TestPortal.Domestic);
        await RegisterAsync(anna, TestPortal.Domestic2);
        (await GiveBackAsync(anna, TestPortal.Domestic)).Problem.ShouldBe("videos-first");
        (await anna.PostAsync($"/api/devices/{TestPortal.Domestic}/videos/one-piece")).Problem.ShouldBe("not-found");
        await WatchAllAsync(anna, TestPortal.Domestic);
        await WatchAllAsync(anna, TestPortal.Domestic2);

        portal.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        anna = await portal.SignInAsync(Anna);
        (await GiveBackAsync(anna, TestPortal.Domestic)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await RegisterAsync(anna, TestPortal.Domestic)).Problem.ShouldBe("device-blocked");

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await WatchAllAsync(anna, TestPortal.Domestic2);
        (await GiveBackAsync(anna, TestPortal.Domestic2)).Problem.ShouldBe("give-back-over");
    }

    private static Task<PortalClient.Answer> RegisterAsync(PortalClient customer, string code) =>
        customer.PostAsync("/api/devices", new { code, ownUse = true });

    private static Task<PortalClient.Answer> OfferAsync(PortalClient customer, string newOwnerEmail) =>
        customer.PostAsync($"/api/devices/{TestPortal.Domestic}/offer", new { newOwnerEmail });

    private static Task<PortalClient.Answer> AcceptAsync(PortalClient customer) =>
        customer.PostAsync($"/api/devices/{TestPortal.Domestic}/accept", new { ownUse = true });

    private static Task<PortalClient.Answer> GiveBackAsync(PortalClient customer, string code) =>
        customer.PostAsync($"/api/devices/{code}/give-back");

    private static async Task WatchAllAsync(PortalClient customer, string code)
    {
        foreach (string video in new[] { "first-use", "cleaning", "two-uses" })
        {
            (await customer.PostAsync($"/api/devices/{code}/videos/{video}")).Status.ShouldBe(HttpStatusCode.NoContent);
        }
    }
}
