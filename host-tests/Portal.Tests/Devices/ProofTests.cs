using System.Net;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Devices;

public sealed class ProofTests
{
    private const string Anna = "anna@example.com";
    private const string Bela = "bela@example.com";

    private static readonly byte[] Pdf = "%PDF-1.7 a receipt"u8.ToArray();

    [Fact]
    [Rule("proof-accept", "proof-decided", "proof-deleted")]
    public async Task A_device_bought_abroad_is_registered_once_a_clerk_has_accepted_the_proof()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        (await UploadAsync(anna, Pdf, "DE")).Status.ShouldBe(HttpStatusCode.OK);
        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(0);
        PortalClient clerk = await portal.SignInClerkAsync();
        string id = await FindWaitingAsync(clerk);
        (await clerk.GetAsync($"/api/clerk/proofs/{id}/file")).Headers["Content-Type"].ShouldBe("application/pdf");

        (await clerk.PostAsync($"/api/clerk/proofs/{id}/accept", new { code = TestPortal.Foreign })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await anna.GetAsync("/api/devices")).Json[0].GetProperty("basis").GetString().ShouldBe("proof");
        (await portal.CountMessagesAsync(Anna, "device-registered")).ShouldBe(1);
        (await clerk.PostAsync($"/api/clerk/proofs/{id}/accept", new { code = TestPortal.Foreign })).Problem.ShouldBe("proof-decided");
        (await clerk.GetAsync($"/api/clerk/proofs/{id}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.WithAsync<PortalDb, byte[]>(db => db.ProofsOfPurchase.Select(proof => proof.Content).SingleAsync())).ShouldBeEmpty();
    }

    [Fact]
    [Rule("proof-refuse")]
    public async Task A_refused_proof_registers_nothing_and_the_reason_is_told()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        await UploadAsync(anna, Pdf, "DE");
        PortalClient clerk = await portal.SignInClerkAsync();
        string id = await FindWaitingAsync(clerk);
        (await clerk.PostAsync($"/api/clerk/proofs/{id}/refuse", new { reason = "" })).ProblemsOf("reason").ShouldBe(["required"]);
        (await clerk.PostAsync($"/api/clerk/proofs/{id}/refuse", new { reason = "no date on it" })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(0);
        (await portal.ReadMessageAsync(Anna, "proof-refused")).GetProperty("body").GetString()!.ShouldContain("no date on it");
        (await clerk.PostAsync($"/api/clerk/proofs/{id}/refuse", new { reason = "again" })).Problem.ShouldBe("proof-decided");
        (await anna.GetAsync("/api/devices/proofs")).Json[0].GetProperty("state").GetString().ShouldBe("refused");
    }

    [Fact]
    [Rule("proof-new-owner", "transfer-told")]
    public async Task A_new_owner_who_proves_the_purchase_gets_the_device_and_both_are_told()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync(Bela, "+36205550102");
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await UploadAsync(bela, Pdf, "HU");
        PortalClient clerk = await portal.SignInClerkAsync();
        (await clerk.PostAsync($"/api/clerk/proofs/{await FindWaitingAsync(clerk)}/accept", new { code = TestPortal.Domestic })).Status
            .ShouldBe(HttpStatusCode.NoContent);

        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(0);
        (await bela.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
        (await portal.CountMessagesAsync(Anna, "device-handed-over")).ShouldBe(1);
        (await portal.CountMessagesAsync(Bela, "device-registered")).ShouldBe(1);
    }

    [Fact]
    [Rule("proof-countries")]
    public async Task A_country_that_is_not_served_is_refused_whatever_the_clerk_believes()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await UploadAsync(await portal.JoinAsync(), Pdf, "JP");
        PortalClient clerk = await portal.SignInClerkAsync();
        (await clerk.PostAsync($"/api/clerk/proofs/{await FindWaitingAsync(clerk)}/accept", new { code = TestPortal.Overseas })).Problem
            .ShouldBe("abroad-not-served");
    }

    [Fact]
    [Rule("proof-clerk")]
    public async Task Only_clerks_decide()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        (await anna.GetAsync("/api/clerk/proofs")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.Visit().GetAsync("/api/clerk/proofs")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Visit().GetAsync("/clerk")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await anna.PostAsync($"/api/clerk/proofs/{Guid.NewGuid()}/accept", new { code = TestPortal.Domestic })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Rule("upload-type", "upload-size")]
    public async Task A_file_is_taken_by_what_it_is_and_not_by_what_it_is_called()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        (await UploadAsync(anna, "<html><script>"u8.ToArray(), "HU")).ProblemsOf("file").ShouldBe(["file-type"]);
        (await UploadAsync(anna, [], "HU")).ProblemsOf("file").ShouldBe(["file-needed"]);
        byte[] large = new byte[UploadRules.MaximumBytes + 1];
        Pdf.CopyTo(large, 0);
        (await UploadAsync(anna, large, "HU")).ProblemsOf("file").ShouldBe(["file-too-large"]);
        (await UploadAsync(anna, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "HU")).Status.ShouldBe(HttpStatusCode.OK);
        (await UploadAsync(anna, [0xFF, 0xD8, 0xFF, 0xE0], "HU")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("proof-waiting")]
    public async Task Five_proofs_may_wait()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        for (int upload = 0; upload < 5; upload++)
        {
            (await UploadAsync(anna, Pdf, "HU")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await UploadAsync(anna, Pdf, "HU")).Problem.ShouldBe("too-many-proofs");
    }

    private static async Task<string> FindWaitingAsync(PortalClient clerk) =>
        (await clerk.GetAsync("/api/clerk/proofs")).Json[0].GetProperty("id").GetString()!;

    private static async Task<PortalClient.Answer> UploadAsync(PortalClient customer, byte[] file, string country)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("2026-11-02"), "boughtOn" },
            { new StringContent(country), "boughtIn" },
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent(file), "file", "receipt.pdf" },
        };
        return await customer.SendCheckedAsync(HttpMethod.Post, "/api/devices/proofs", form);
    }
}
