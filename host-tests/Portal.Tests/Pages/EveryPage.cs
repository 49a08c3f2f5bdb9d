namespace IqosDevice.Portal.Tests.Pages;

/// <summary>All pages, and people whose pages show everything that they can.</summary>
internal static class EveryPage
{
    private const string SoundStatus = "01030000DC000000000000640A";
    private const string WornGauge = "64680E00000000E803E8033C0000";

    public static readonly string[] Public =
        ["/", "/register", "/register/sent", "/sign-in", "/forgotten", "/support", "/warranty", "/privacy", "/confirm?token=x", "/newsletter/leave?token=x", "/no/such/page"];

    public static readonly string[] Own = ["/devices", "/devices/add", "/devices/" + TestPortal.Domestic, "/profile"];

    /// <summary>Somebody with devices, an offer, a diagnosis, a replacement, sessions, proofs that wait.</summary>
    public static async Task<PortalClient> PrepareAsync(TestPortal portal)
    {
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        await portal.OpenAppAsync("anna@example.com");
        await portal.OpenAppAsync("anna@example.com");
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await bela.PostAsync("/api/devices", new { code = TestPortal.Domestic2, ownUse = true });
        await bela.PostAsync($"/api/devices/{TestPortal.Domestic2}/offer", new { newOwnerEmail = "anna@example.com" });
        await anna.PostAsync($"/api/devices/{TestPortal.Domestic}/offer", new { newOwnerEmail = "bela@example.com" });
        await anna.PostAsync("/api/devices/diagnoses", new { code = TestPortal.Domestic, eventLog = Array.Empty<string>(), gauge = WornGauge, status = SoundStatus });
        await anna.PostAsync($"/api/devices/{TestPortal.Domestic}/replacement", new { shopId = "szeged" });
        await UploadAsync(anna);
        await UploadAsync(anna);
        return anna;
    }

    /// <summary>Every page, each by somebody who may see it.</summary>
    public static async Task<IReadOnlyList<(PortalClient Client, string Path)>> ListAsync(TestPortal portal)
    {
        PortalClient anna = await PrepareAsync(portal);
        PortalClient clerk = await portal.SignInClerkAsync();
        return [.. Public.Select(path => (portal.Visit(), path)), .. Own.Select(path => (anna, path)), (clerk, "/clerk")];
    }

    private static async Task UploadAsync(PortalClient customer)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("2026-11-02"), "boughtOn" },
            { new StringContent("DE"), "boughtIn" },
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent("%PDF-1.7 a receipt"u8.ToArray()), "file", "receipt.pdf" },
        };
        (await customer.SendCheckedAsync(HttpMethod.Post, "/api/devices/proofs", form)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
