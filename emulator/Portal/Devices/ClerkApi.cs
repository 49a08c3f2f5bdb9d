using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Devices;

/// <summary>What a clerk decides: proofs of purchase, and replacements handed out.</summary>
public static class ClerkApi
{
    public static void Map(RouteGroupBuilder clerk)
    {
        clerk.ForWebOnly();
        clerk.MapGet("/proofs", async (Proofs proofs) => (await proofs.ListWaitingAsync()).Select(WaitingProof.Of)).WithSummary("Proofs that wait.");
        clerk.MapGet("/proofs/{id:guid}/file", async (Guid id, Proofs proofs) => await proofs.FindAsync(id) is { } proof
            ? Results.File(proof.Content, proof.ContentType, $"proof-{id:N}{proof.Extension}")
            : Results.NotFound()).WithSummary("The file of a proof that waits.").WithMetadata(new Refusals(["not-found"]))
            .Produces<Stream>(StatusCodes.Status200OK, "application/pdf", "image/jpeg", "image/png");
        clerk.MapPost("/proofs/{id:guid}/accept", async (HttpContext http, Guid id, CodeBody body, Proofs proofs) =>
            ApiAnswers.Of(http, await proofs.AcceptAsync(Sessions.IdOf(http.User), id, body.Code)))
                .Answers("Accepts a proof for a device.",
                    "required", "not-a-code", "not-found", "proof-decided", "code-unknown", "device-blocked", "device-yours",
                    "model-not-served", "too-many-devices", "abroad-not-served");
        clerk.MapPost("/proofs/{id:guid}/refuse", async (HttpContext http, Guid id, ReasonBody body, Proofs proofs) =>
            ApiAnswers.Of(http, await proofs.RefuseAsync(Sessions.IdOf(http.User), id, body.Reason)))
                .Answers("Refuses a proof.", "required", "too-long", "not-text", "not-found", "proof-decided");
        clerk.MapGet("/replacements", async (Replacements replacements) => (await replacements.ListOpenAsync()).Select(OpenReplacement.Of))
            .WithSummary("Replacements to hand out.");
        clerk.MapPost("/replacements/{id:guid}", async (HttpContext http, Guid id, CodeBody body, Replacements replacements) =>
            ApiAnswers.Of(http, await replacements.CompleteAsync(Sessions.IdOf(http.User), id, body.Code)))
                .Answers("Hands a replacement out.",
                    "required", "not-a-code", "not-found", "replacement-closed", "code-unknown", "replacement-other-model",
                    "replacement-not-in-stock");
    }

    internal sealed record CodeBody(string? Code);

    internal sealed record ReasonBody(string? Reason);
}
