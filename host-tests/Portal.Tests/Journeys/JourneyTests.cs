using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IqosDevice.Client;
using IqosDevice.Client.Scp;
using IqosDevice.Client.Tests;
using IqosDevice.Client.Values;
using IqosDevice.Portal.Devices;

namespace IqosDevice.Portal.Tests.Journeys;

/// <summary>The whole way of a customer, from registration to deletion, against a portal that listens and an emulated holder.</summary>
public sealed class JourneyTests
{
    private const string Anna = "anna@example.com";
    private const string Bela = "bela@example.com";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_journey_with_a_browser() => TravelAsync(Registering.InBrowserAsync);

    [Fact]
    public Task The_journey_by_the_api_alone() => TravelAsync(register: null);

    [Fact]
    public async Task The_sample_makes_its_way()
    {
        await using RunningHolder holder = RunningHolder.Start(speed: 100);
        await using var world = await JourneyWorld.StartAsync([new ManufacturedDevice(holder.Unit.DeviceCode, "ILUMA i", new DateOnly(2026, 1, 1), "HU")]);
        using var sample = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "IqosDevice.Samples.Journey.dll"), world.Address, holder.Address, holder.ControlAddress])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = sample.StandardOutput.ReadToEndAsync(Cancellation);
        string error = await sample.StandardError.ReadToEndAsync(Cancellation);
        await sample.WaitForExitAsync(Cancellation);
        sample.ExitCode.ShouldBe(0, error);
        (await output).ShouldContain("the profile is deleted");
    }

    private static async Task TravelAsync(Func<string, string, string, string, Task>? register)
    {
        await using RunningHolder holder = RunningHolder.Start(speed: 100);
        DateOnly sold = new(2026, 1, 1);
        await using var world = await JourneyWorld.StartAsync(
        [
            new(holder.Unit.DeviceCode, "ILUMA i", sold, "HU"), new("HSECONDDEVICE1", "ILUMA i", sold, "HU"), new("HREPLACEMENT01", "ILUMA i"),
        ]);

        // Register, confirm, sign in with a code from the outbox.
        PortalClient anna = await world.JoinAsync(Anna, "+36205550101");
        PortalClient bela = await world.JoinAsync(Bela, "+36205550102");

        // Read the code over the pipe; the app cannot register it, the web can.
        await using HolderClient client = await holder.ConnectAsync();
        await using ControlClient hands = await holder.ConnectControlAsync();
        string code = await client.ReadDeviceCodeAsync(Cancellation);
        PortalClient app = world.Visit();
        app.Token = (await app.PostAsync("/api/sign-in/password", new { name = Anna, password = People.Password, client = "app" })).Text("accessToken");
        (await app.PostAsync("/api/devices", new { code, ownUse = true })).Problem.ShouldBe("app-cannot-register");
        await (register?.Invoke(world.Address, Anna, People.Password, code) ?? Done(anna.PostAsync("/api/devices", new { code, ownUse = true })));
        await Done(anna.PostAsync("/api/devices", new { code = "HSECONDDEVICE1", ownUse = true }));

        // A session that a broken sensor ends; the app uploads what the holder says about it.
        await FailInSessionAsync(client, hands);
        PortalClient.Answer diagnosis = await DiagnoseAsync(app, client, code);
        diagnosis.Json.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("latched-fault", diagnosis.Body);

        // A replacement, handed out by a clerk.
        await Done(anna.PostAsync($"/api/devices/{code}/replacement", new { shopId = "szeged" }));
        PortalClient clerk = world.Visit();
        await Done(clerk.PostAsync("/api/sign-in/password", new { name = PortalServer.ClerkName, password = world.ClerkPassword, client = "web" }));
        string id = (await clerk.GetAsync("/api/clerk/replacements")).Json[0].GetProperty("id").GetString()!;
        await Done(clerk.PostAsync($"/api/clerk/replacements/{id}", new { code = "HREPLACEMENT01" }));

        // The second device goes to a new owner; the club is left; the profile is deleted.
        await Done(anna.PostAsync("/api/devices/HSECONDDEVICE1/offer", new { newOwnerEmail = Bela }));
        await Done(bela.PostAsync("/api/devices/HSECONDDEVICE1/accept", new { ownUse = true }));
        await Done(anna.PutAsync("/api/profile/club", new { member = true }));
        await Done(anna.PutAsync("/api/profile/club", new { member = false }));
        (await anna.GetAsync("/api/devices")).Json[0].GetProperty("code").GetString().ShouldBe("HREPLACEMENT01");
        await Done(anna.PostAsync("/api/profile/delete", new { password = People.Password }));
        (await bela.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
        (await app.GetAsync("/api/devices")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task FailInSessionAsync(HolderClient client, ControlClient hands)
    {
        await hands.InsertStickAsync(Cancellation);
        await hands.HoldButtonAsync(TimeSpan.FromSeconds(1.2), Cancellation);
        bool broken = false;
        await foreach (HolderStatus status in client.WatchSessionAsync(Cancellation))
        {
            if (status.State == HolderState.Session && !broken)
            {
                broken = true;
                await hands.SendAsync("injectFault", new JsonObject { ["name"] = "second-sensor.off" }, Cancellation);
            }
        }

        broken.ShouldBeTrue();
    }

    private static async Task<PortalClient.Answer> DiagnoseAsync(PortalClient app, HolderClient client, string code)
    {
        ScpMessage gauge = await client.RequestAsync(ScpMessage.ShortFrame(0xC9, 0x00, 0x21), Cancellation);
        byte[] status = await client.Gatt.ReadAsync(client.Gatt.Find(HolderUuids.HolderStatus), Cancellation);
        return await app.PostAsync("/api/devices/diagnoses", new
        {
            code,
            eventLog = (await client.ReadEventLogAsync(cancellation: Cancellation)).Select(ToHex),
            gauge = Convert.ToHexString(gauge.Payload),
            status = Convert.ToHexString(status),
        });
    }

    private static string ToHex(EventLogEntry entry)
    {
        byte[] value = new byte[10];
        BitConverter.TryWriteBytes(value.AsSpan(0), (ushort)entry.Sequence);
        BitConverter.TryWriteBytes(value.AsSpan(2), (uint)(entry.Time - new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds);
        value[6] = (byte)entry.Kind;
        value[7] = (byte)entry.Code;
        BitConverter.TryWriteBytes(value.AsSpan(8), (short)entry.Value);
        return Convert.ToHexString(value);
    }

    private static async Task Done(Task<PortalClient.Answer> asked)
    {
        PortalClient.Answer answer = await asked;
        ((int)answer.Status).ShouldBeLessThan(300, answer.Body);
    }
}
