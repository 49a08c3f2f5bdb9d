using IqosDevice.Portal.Common;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Devices;

/// <summary>Pages of the own devices.</summary>
public static class DevicePages
{
    public static void Map(RouteGroupBuilder devices)
    {
        devices.MapGet("/", async (HttpContext http) => (IResult)Page.Show<DevicesPage>(http, await ShelfAsync(http)));
        devices.MapGet("/add", (HttpContext http) => (IResult)Page.Show<AddDevicePage>(http));
        devices.MapPost("/add", async (HttpContext http, IFormCollection form, DeviceRegistration registration) =>
            await FormReading.AnswerAsync<AddDevicePage>(
                http, form, await registration.RegisterAsync(Id(http), form.Text("code"), form.Checked("ownUse")), "/devices?done=registered"));
        devices.MapPost("/proof", async (HttpContext http, IFormCollection form, Proofs proofs) =>
            await FormReading.AnswerAsync<AddDevicePage>(
                http, form, await proofs.UploadAsync(Id(http), ProofForm.Read(form), await Uploads.ReadAsync(form.Files["file"])), "/devices?done=proof"))
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.UploadBodyBytes));
        devices.MapGet("/{code}", async (HttpContext http, string code) => await FindAsync(http, code) is { } model
            ? Page.Show<DevicePage>(http, model)
            : Results.NotFound());
        devices.MapPost("/{code}/accept", async (HttpContext http, string code, IFormCollection form, DeviceRegistration registration) =>
            await FormReading.AnswerAsync<DevicesPage>(
                http, form, await registration.AcceptAsync(Id(http), code, form.Checked("ownUse")), "/devices?done=registered", () => ShelfAsync(http)));
        devices.MapPost("/{code}/offer", async (HttpContext http, string code, IFormCollection form, DeviceRegistration registration) =>
            await AnswerAsync(http, code, form, await registration.OfferAsync(Id(http), code, form.Text("newOwnerEmail")), "offered"));
        devices.MapPost("/{code}/take-back", async (HttpContext http, string code, IFormCollection form, DeviceRegistration registration) =>
            await AnswerAsync(http, code, form, await registration.TakeBackAsync(Id(http), code), "taken-back"));
        devices.MapPost("/{code}/replacement", async (HttpContext http, string code, IFormCollection form, Replacements replacements) =>
            await AnswerAsync(http, code, form, await replacements.RequestAsync(Id(http), code, form.Text("shopId")), "replacement"));
        devices.MapPost("/{code}/videos/{video}", async (HttpContext http, string code, string video, IFormCollection form, GiveBack giveBack) =>
            await AnswerAsync(http, code, form, await giveBack.WatchAsync(Id(http), code, video), "watched"));
        devices.MapPost("/{code}/give-back", async (HttpContext http, string code, IFormCollection form, GiveBack giveBack) =>
            await FormReading.AnswerAsync<DevicesPage>(
                http, form, await giveBack.GiveBackAsync(Id(http), code), "/devices?done=given-back", () => ShelfAsync(http)));
    }

    private static Guid Id(HttpContext http) => Sessions.IdOf(http.User);

    private static async Task<IResult> AnswerAsync(HttpContext http, string code, IFormCollection form, Outcome outcome, string done) =>
        !outcome.IsDone && await FindAsync(http, code) is null
            ? Results.NotFound()
            : await FormReading.AnswerAsync<DevicePage>(
                http, form, outcome, $"/devices/{Uri.EscapeDataString(code)}?done={done}", async () => (await FindAsync(http, code))!);

    private static async Task<object> ShelfAsync(HttpContext http)
    {
        DeviceShelf shelf = http.RequestServices.GetRequiredService<DeviceShelf>();
        return new
        {
            Devices = await shelf.ListAsync(Id(http)),
            Offered = await shelf.ListOfferedAsync(LiveSession.CustomerOf(http)!.NormalizedEmail),
        };
    }

    private static async Task<object?> FindAsync(HttpContext http, string code)
    {
        IServiceProvider services = http.RequestServices;
        DeviceShelf shelf = services.GetRequiredService<DeviceShelf>();
        SupportContent support = services.GetRequiredService<SupportContent>();
        return await shelf.FindAsync(Id(http), code) is not { } device ? null : new
        {
            Device = device,
            Diagnoses = await services.GetRequiredService<Diagnoses>().ListAsync(Id(http), code),
            History = await shelf.HistoryAsync(Id(http), code),
            Videos = (await services.GetRequiredService<GiveBack>().ListAsync(Id(http), code))!,
            support.Shops,
        };
    }
}
