using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IqosDevice.Client;
using IqosDevice.Client.Scp;
using IqosDevice.Client.Values;

// Arguments: address of the portal, of the holder's pipe, of its control channel.
var portal = new Uri(args[0]);
string email = $"anna-{Guid.NewGuid():N}@example.com";
const string Password = "seven blue herons";
var cookies = new CookieContainer();
using var web = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = portal };

// The customer registers, answers the confirmation, and signs in with a code; the portal's outbox is the mailbox.
await SendAsync("api/accounts", new
{
    email,
    mobile = "+36205550101",
    familyName = "Minta",
    givenName = "Anna",
    birthDate = "1990-02-28",
    postalCode = "1011",
    town = "Budapest",
    street = "Fő utca 1.",
    password = Password,
    smoker = true,
    privacyNotice = true,
});
string link = (await MessageAsync("confirm-email")).GetProperty("link").GetString()!;
await SendAsync("api/accounts/confirm", new { token = link.Split("token=")[1] });
JsonElement asked = await SendAsync("api/sign-in/code", new { address = email });
string? code = (await MessageAsync("sign-in-code")).GetProperty("code").GetString();
await SendAsync("api/sign-in/code/verify", new { request = asked.GetProperty("request"), code, client = "web" });
Console.WriteLine($"{email} is signed in");

// The app reads the device's code over Bluetooth; the customer registers it on the web.
await using HolderClient holder = await HolderClient.ConnectAsync(args[1]);
await using ControlClient hands = await ControlClient.ConnectAsync(args[2]);
string device = await holder.ReadDeviceCodeAsync();
await SendAsync("api/devices", new { code = device, ownUse = true });
Console.WriteLine($"{device} is registered");

// A session, as far as Ready; then the stick is taken out.
await hands.InsertStickAsync();
await hands.HoldButtonAsync(TimeSpan.FromSeconds(1.2));
await foreach (HolderStatus status in holder.WatchSessionAsync())
{
    if (status.State == HolderState.Session)
    {
        Console.WriteLine(status);
        await hands.RemoveStickAsync();
    }
}

// The event log and the gauge, byte for byte, go to the portal, which judges them.
IEnumerable<string> entries = (await holder.ReadEventLogAsync()).Select(ToHex);
ScpMessage gauge = await holder.RequestAsync(ScpMessage.ShortFrame(0xC9, 0x00, 0x21));
byte[] now = await holder.Gatt.ReadAsync(holder.Gatt.Find(HolderUuids.HolderStatus));
JsonElement diagnosis = await SendAsync("api/devices/diagnoses", new
{
    code = device,
    eventLog = entries,
    gauge = Convert.ToHexString(gauge.Payload),
    status = Convert.ToHexString(now),
});
Console.WriteLine($"diagnosis: {diagnosis}");

// The profile goes, and with it everything personal; the device is free again.
await SendAsync("api/profile/delete", new { password = Password });
Console.WriteLine("the profile is deleted");

async Task<JsonElement> SendAsync(string path, object body)
{
    JsonElement check = await web.GetFromJsonAsync<JsonElement>("api/antiforgery");
    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
    request.Headers.Add("X-Antiforgery", check.GetProperty("token").GetString());
    using HttpResponseMessage response = await web.SendAsync(request);
    string text = await response.Content.ReadAsStringAsync();
    return response.IsSuccessStatusCode
        ? text.Length == 0 ? default : JsonDocument.Parse(text).RootElement
        : throw new HttpRequestException($"{path}: {(int)response.StatusCode} {text}");
}

async Task<JsonElement> MessageAsync(string topic) =>
    (await web.GetFromJsonAsync<JsonElement[]>($"api/outbox?to={Uri.EscapeDataString(email)}&topic={topic}"))![^1];

// As it came over the air: sequence, seconds since 2010, kind, code, value; little-endian.
static string ToHex(EventLogEntry entry)
{
    byte[] value = new byte[10];
    BitConverter.TryWriteBytes(value.AsSpan(0), (ushort)entry.Sequence);
    BitConverter.TryWriteBytes(value.AsSpan(2), (uint)(entry.Time - new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds);
    value[6] = (byte)entry.Kind;
    value[7] = (byte)entry.Code;
    BitConverter.TryWriteBytes(value.AsSpan(8), (short)entry.Value);
    return Convert.ToHexString(value);
}
