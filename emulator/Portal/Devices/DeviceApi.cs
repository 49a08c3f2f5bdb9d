using IqosDevice.Portal.Common;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Devices;

/// <summary>My devices. An app lists them, reads codes and uploads diagnoses; it registers nothing.</summary>
public static class DeviceApi
{
    public static void Map(RouteGroupBuilder devices)
    {
        devices.MapGet("/", async (HttpContext http, DeviceShelf shelf) => await shelf.ListAsync(Id(http))).WithSummary("The own devices.");
        devices.MapGet("/{code}", async (HttpContext http, string code, DeviceShelf shelf) =>
            await shelf.FindAsync(Id(http), Normal(code)) is { } own ? Results.Ok(own) : NotYours(http))
                .Answers<OwnDevice>("One own device.", "not-your-device");
        devices.MapGet("/{code}/history", async (HttpContext http, string code, DeviceShelf shelf) =>
            await shelf.HistoryAsync(Id(http), Normal(code)) is { Count: > 0 } periods ? Results.Ok(periods) : NotYours(http))
            .Answers<IReadOnlyList<OwnershipPeriod>>("In which periods an own device was registered.", "not-your-device");
        devices.MapGet("/offered", async (HttpContext http, DeviceShelf shelf) =>
            await shelf.ListOfferedAsync(LiveSession.CustomerOf(http)!.NormalizedEmail)).WithSummary("Devices that others release to this profile.");
        devices.MapPost("/diagnoses", async (HttpContext http, DiagnosisUpload upload, Diagnoses diagnoses) =>
            ApiAnswers.Of(http, await diagnoses.UploadAsync(Id(http), upload), result => result))
            .Answers<DiagnosisResult>("Uploads what was read over Bluetooth, and is told what it means.",
                "required", "too-long", "not-a-code", "not-a-diagnosis", "not-your-device", "diagnosis-limit");
        devices.MapGet("/{code}/diagnoses", async (HttpContext http, string code, Diagnoses diagnoses) =>
            await diagnoses.ListAsync(Id(http), Normal(code))).WithSummary("Earlier diagnoses of an own device.");
        devices.MapGet("/{code}/videos", async (HttpContext http, string code, GiveBack giveBack) =>
            await giveBack.ListAsync(Id(http), Normal(code)) is { } videos ? Results.Ok(videos) : NotYours(http))
            .Answers<IReadOnlyList<UsageVideo>>("Usage videos of an own device, and when they were watched.", "not-your-device");
        devices.MapPost("/{code}/videos/{video}", async (HttpContext http, string code, string video, GiveBack giveBack) =>
            ApiAnswers.Of(http, await giveBack.WatchAsync(Id(http), Normal(code), video)))
                .Answers("A usage video was watched to its end.", "not-your-device", "not-found");
        devices.MapPost("/", async (HttpContext http, RegisterBody body, DeviceRegistration registration) =>
            ApiAnswers.Of(http, await registration.RegisterAsync(Id(http), body.Code, body.OwnUse), code => new RegisteredCode(code)))
            .ForWebOnly("app-cannot-register")
                .Answers<RegisteredCode>("Registers a device by its code; not for apps.",
                    "required", "not-a-code", "own-use", "code-unknown", "device-not-sold", "device-blocked", "device-yours", "device-taken",
                    "proof-needed", "model-not-served", "too-many-devices", "too-many-wrong-codes");
        devices.MapPost("/proofs", UploadProofAsync).ForWebOnly("app-cannot-register").DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.UploadBodyBytes))
                .Answers<CreatedNumber>("Registers a device by proof of purchase; not for apps.",
                    "required", "too-long", "not-text", "not-a-code", "not-a-date", "not-a-choice", "own-use", "file-needed",
                    "file-too-large", "file-type", "too-many-proofs");
        MapChanges(devices.MapGroup(string.Empty).ForWebOnly());
    }

    private static void MapChanges(RouteGroupBuilder web)
    {
        web.MapGet("/proofs", async (HttpContext http, Proofs proofs) => (await proofs.ListOwnAsync(Id(http))).Select(ProofView.Of))
            .WithSummary("Proofs that were uploaded.");
        web.MapPost("/{code}/offer", async (HttpContext http, string code, OfferBody body, DeviceRegistration registration) =>
            ApiAnswers.Of(http, await registration.OfferAsync(Id(http), Normal(code), body.NewOwnerEmail)))
                .Answers("Releases a device to somebody.", "required", "too-long", "not-text", "not-an-email", "not-your-device", "offer-to-self");
        web.MapDelete("/{code}/offer", async (HttpContext http, string code, DeviceRegistration registration) =>
            ApiAnswers.Of(http, await registration.TakeBackAsync(Id(http), Normal(code)))).Answers("Withdraws an offer.", "no-offer");
        web.MapPost("/{code}/accept", async (HttpContext http, string code, AcceptBody body, DeviceRegistration registration) =>
            ApiAnswers.Of(http, await registration.AcceptAsync(Id(http), Normal(code), body.OwnUse)))
                .Answers("Takes over a device that was released.",
                    "own-use", "no-offer", "device-blocked", "device-yours", "model-not-served", "too-many-devices");
        web.MapPost("/{code}/replacement", async (HttpContext http, string code, ShopBody body, Replacements replacements) =>
            ApiAnswers.Of(http, await replacements.RequestAsync(Id(http), Normal(code), body.ShopId), id => new CreatedNumber(id)))
            .Answers<CreatedNumber>("Asks for a replacement of a faulty device at a shop.",
                "not-your-device", "replacement-open", "out-of-warranty", "no-diagnosis", "shop-unknown", "shop-limited",
                "shop-other-models");
        web.MapPost("/{code}/give-back", async (HttpContext http, string code, GiveBack giveBack) =>
            ApiAnswers.Of(http, await giveBack.GiveBackAsync(Id(http), Normal(code))))
                .Answers("Gives a device back within 14 days of its videos.", "not-your-device", "videos-first", "give-back-over");
    }

    private static async Task<IResult> UploadProofAsync(HttpContext http, Proofs proofs)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        IFormCollection form = await FormReading.ReadAsync(http.Request);
        return ApiAnswers.Of(
            http, await proofs.UploadAsync(Id(http), ProofForm.Read(form), await Uploads.ReadAsync(form.Files["file"])), id => new CreatedNumber(id));
    }

    private static Guid Id(HttpContext http) => Sessions.IdOf(http.User);

    private static string Normal(string code) => DeviceCodes.TryParse(code, out string? parsed) ? parsed : string.Empty;

    private static IResult NotYours(HttpContext http) => ApiAnswers.Problem(http, Outcome.Refuse("not-your-device", "code"));

    internal sealed record RegisterBody(string? Code, bool OwnUse);

    internal sealed record RegisteredCode(string Code);

    internal sealed record OfferBody(string? NewOwnerEmail);

    internal sealed record AcceptBody(bool OwnUse);

    internal sealed record ShopBody(string? ShopId);
}
