using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard;

/// <summary>The files of the page, which travel inside the program.</summary>
internal static class WebFiles
{
    private const string Prefix = "web/";

    private static readonly Assembly Program = typeof(WebFiles).Assembly;

    /// <summary>Paths below the folder <c>web</c>, with slashes.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. Program.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>Serves each file under its path, and the page itself at the root.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context => WriteAsync(context, "index.html")).ExcludeFromDescription();
        foreach (string path in Paths.Where(path => !path.EndsWith(".html", StringComparison.Ordinal)))
        {
            routes.MapGet("/" + path, context => WriteAsync(context, path)).ExcludeFromDescription();
        }
    }

    public static async Task WriteAsync(HttpContext context, string path)
    {
        await using Stream content = Open(path);
        context.Response.ContentType = Path.GetExtension(path) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
        context.Response.ContentLength = content.Length;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>A file as text.</summary>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    private static Stream Open(string path) => Program.GetManifestResourceStream(Prefix + path)
        ?? Program.GetManifestResourceStream(Prefix + path.Replace('/', '\\'))
        ?? throw new InvalidOperationException($"The program holds no {path}.");
}
