using IqosDevice.Portal.Common;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Devices;

/// <summary>The clerk's page.</summary>
public static class ClerkPages
{
    public static void Map(RouteGroupBuilder clerk)
    {
        clerk.MapGet("/", async (HttpContext http) => (IResult)Page.Show<ClerkPage>(http, await DeskAsync(http)));
        clerk.MapGet("/proofs/{id:guid}/file", async (Guid id, Proofs proofs) => await proofs.FindAsync(id) is { } proof
            ? Results.File(proof.Content, proof.ContentType, $"proof-{id:N}{proof.Extension}")
            : Results.NotFound());
        clerk.MapPost("/proofs/{id:guid}/accept", async (HttpContext http, Guid id, IFormCollection form, Proofs proofs) =>
            await AnswerAsync(http, form, await proofs.AcceptAsync(Sessions.IdOf(http.User), id, form.Text("code"))));
        clerk.MapPost("/proofs/{id:guid}/refuse", async (HttpContext http, Guid id, IFormCollection form, Proofs proofs) =>
            await AnswerAsync(http, form, await proofs.RefuseAsync(Sessions.IdOf(http.User), id, form.Text("reason"))));
        clerk.MapPost("/replacements/{id:guid}", async (HttpContext http, Guid id, IFormCollection form, Replacements replacements) =>
            await AnswerAsync(http, form, await replacements.CompleteAsync(Sessions.IdOf(http.User), id, form.Text("code"))));
    }

    private static Task<IResult> AnswerAsync(HttpContext http, IFormCollection form, Outcome outcome) =>
        FormReading.AnswerAsync<ClerkPage>(http, form, outcome, "/clerk?done=decided", () => DeskAsync(http));

    private static async Task<object> DeskAsync(HttpContext http) => new
    {
        Proofs = (IReadOnlyList<ProofOfPurchase>)await http.RequestServices.GetRequiredService<Proofs>().ListWaitingAsync(),
        http.RequestServices.GetRequiredService<SupportContent>().Shops,
        Replacements = await http.RequestServices.GetRequiredService<Replacements>().ListOpenAsync(),
    };
}
