using System.Text;
using System.Text.Json;
using IqosDevice.Emulator.Holder.Control;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Cli.Dashboard.Api;

/// <summary>The body of a request: one JSON object of text that is text, or nothing, which is an empty object.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions ReadOptions = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ControlException">The body is no JSON object.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        try
        {
            return Parse(body.Length == 0 ? "{}"u8 : body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (Exception problem) when (problem is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            // InvalidOperation: an escape in it is half of a surrogate pair, which is JSON and yet no text.
            throw new ControlException($"the body is no JSON object in UTF-8: {problem.Message}");
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> body)
    {
        JsonDocument document = JsonDocument.Parse(StrictUtf8.GetString(body), ReadOptions);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            RequireText(document.RootElement);
            return document;
        }

        document.Dispose();
        throw new JsonException("it is something else, e.g. {\"seconds\":1.2} is one");
    }

    /// <exception cref="InvalidOperationException">A name or a value is no text.</exception>
    private static void RequireText(JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            _ = property.Name;
            if (property.Value.ValueKind == JsonValueKind.String)
            {
                _ = property.Value.GetString();
            }
        }
    }
}
