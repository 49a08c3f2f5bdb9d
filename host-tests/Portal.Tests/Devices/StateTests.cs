using System.Net;

namespace IqosDevice.Portal.Tests.Devices;

/// <summary>Transitions of the state tables in <c>docs/portal.md</c> that no test of a rule goes through.</summary>
public sealed class StateTests
{
    private const string Anna = "anna@example.com";
    private const string Bela = "bela@example.com";
    private const string SoundStatus = "01030000DC000000000000640A";
    private const string WornGauge = "64680E00000000E803E8033C0000";

    [Theory]
    [InlineData("lapse")]
    [InlineData("hand-over")]
    [InlineData("give-back")]
    [InlineData("deletion")]
    [Rule("replacement-withdrawn")]
    public async Task A_replacement_that_is_not_fetched_in_time_or_whose_device_has_gone_is_handed_out_no_more(string how)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        string device = "/api/devices/" + TestPortal.Domestic;
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await anna.PostAsync("/api/devices/diagnoses", new { code = TestPortal.Domestic, eventLog = Array.Empty<string>(), gauge = WornGauge, status = SoundStatus });
        (await anna.PostAsync(device + "/replacement", new { shopId = "szeged" })).Status.ShouldBe(HttpStatusCode.OK);
        string id = (await (await portal.SignInClerkAsync()).GetAsync("/api/clerk/replacements")).Json[0].GetProperty("id").GetString()!;
        await (how switch
        {
            "lapse" => LapseAsync(portal),
            "hand-over" => HandOverAsync(anna, bela, device),
            "give-back" => GiveBackAsync(anna, device),
            _ => anna.PostAsync("/api/profile/delete", new { password = People.Password }),
        });

        PortalClient clerk = await portal.SignInClerkAsync();
        (await clerk.GetAsync("/api/clerk/replacements")).Json.GetArrayLength().ShouldBe(0);
        (await clerk.PostAsync("/api/clerk/replacements/" + id, new { code = TestPortal.InStock })).Problem
            .ShouldBe(how == "deletion" ? "not-found" : "replacement-closed");
    }

    [Fact]
    [Rule("replacement-lapses")]
    public async Task A_replacement_waits_for_thirty_days_to_the_second()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await anna.PostAsync("/api/devices/diagnoses", new { code = TestPortal.Domestic, eventLog = Array.Empty<string>(), gauge = WornGauge, status = SoundStatus });
        await anna.PostAsync($"/api/devices/{TestPortal.Domestic}/replacement", new { shopId = "szeged" });
        portal.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        PortalClient clerk = await portal.SignInClerkAsync();
        (await clerk.GetAsync("/api/clerk/replacements")).Json.GetArrayLength().ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await clerk.GetAsync("/api/clerk/replacements")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    [Rule("transfer-ends")]
    public async Task An_offer_ends_with_the_registration_that_it_came_from_and_a_newer_one_takes_its_place()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        PortalClient cili = await portal.JoinAsync("cili@example.com", "+36205550103");
        string device = "/api/devices/" + TestPortal.Domestic;
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await anna.PostAsync(device + "/offer", new { newOwnerEmail = "cili@example.com" });
        await anna.PostAsync(device + "/offer", new { newOwnerEmail = Bela });
        (await cili.PostAsync(device + "/accept", new { ownUse = true })).Problem.ShouldBe("no-offer");
        await anna.PostAsync("/api/profile/delete", new { password = People.Password });
        (await bela.PostAsync(device + "/accept", new { ownUse = true })).Problem.ShouldBe("no-offer");
        (await bela.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true })).Status.ShouldBe(HttpStatusCode.OK);
    }

    // Anna offers the device to Cili, loses it to somebody with a receipt, and gets it back in the same way: what she offered is over.
    [Fact]
    [Rule("transfer-ends")]
    public async Task An_offer_does_not_come_back_with_the_device()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        PortalClient cili = await portal.JoinAsync("cili@example.com", "+36205550103");
        string device = "/api/devices/" + TestPortal.Domestic;
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await anna.PostAsync(device + "/offer", new { newOwnerEmail = "cili@example.com" });
        foreach (PortalClient owner in new[] { bela, anna })
        {
            (await UploadAsync(owner, "2026-11-02")).Status.ShouldBe(HttpStatusCode.OK);
            PortalClient clerk = await portal.SignInClerkAsync();
            string id = (await clerk.GetAsync("/api/clerk/proofs")).Json[0].GetProperty("id").GetString()!;
            (await clerk.PostAsync($"/api/clerk/proofs/{id}/accept", new { code = TestPortal.Domestic })).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
        (await cili.PostAsync(device + "/accept", new { ownUse = true })).Problem.ShouldBe("no-offer");
    }

    [Fact]
    [Rule("mobile-confirm", "email-change-channel", "email-change")]
    public async Task A_number_is_confirmed_once_and_only_a_confirmed_one_takes_the_code_for_a_new_address()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.RegisterAsync(Anna, "+36205550101");
        PortalClient anna = await portal.SignInAsync(Anna);
        (await anna.PostAsync("/api/profile/email", new { newEmail = "new@example.com", channel = "mobile" })).ProblemsOf("channel").ShouldBe(["mobile-not-confirmed"]);
        (await anna.PostAsync("/api/profile/email", new { newEmail = "ANNA@example.com", channel = "email" })).ProblemsOf("newEmail").ShouldBe(["same-as-before"]);
        string request = (await anna.PostAsync("/api/profile/mobile/code")).Text("request");
        string code = (await portal.ReadMessageAsync("+36205550101", "confirm-mobile")).GetProperty("code").GetString()!;
        (await anna.PostAsync("/api/profile/mobile/confirm", new { request, code = "no code" })).Problem.ShouldBe("code-wrong");
        (await anna.PostAsync("/api/profile/mobile/confirm", new { request, code })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await anna.PostAsync("/api/profile/mobile/code")).Problem.ShouldBe("same-as-before");
    }

    [Fact]
    [Rule("proof-date")]
    public async Task A_purchase_lies_in_the_past()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        (await UploadAsync(anna, "2026-11-24")).ProblemsOf("boughtOn").ShouldBe(["not-a-date"]);
        (await UploadAsync(anna, "2026-11-23")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<PortalClient.Answer> UploadAsync(PortalClient customer, string boughtOn)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(boughtOn), "boughtOn" },
            { new StringContent("HU"), "boughtIn" },
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "receipt.pdf" },
        };
        return await customer.SendCheckedAsync(HttpMethod.Post, "/api/devices/proofs", form);
    }

    private static Task LapseAsync(TestPortal portal)
    {
        portal.Clock.Advance(TimeSpan.FromDays(30));
        return Task.CompletedTask;
    }

    private static async Task HandOverAsync(PortalClient from, PortalClient to, string device)
    {
        await from.PostAsync(device + "/offer", new { newOwnerEmail = Bela });
        (await to.PostAsync(device + "/accept", new { ownUse = true })).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task GiveBackAsync(PortalClient anna, string device)
    {
        foreach (string video in new[] { "first-use", "cleaning", "two-uses" })
        {
            await anna.PostAsync($"{device}/videos/{video}");
        }

        (await anna.PostAsync(device + "/give-back")).Status.ShouldBe(HttpStatusCode.NoContent);
    }
}
