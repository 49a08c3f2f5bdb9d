using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace IqosDevice.Emulator.Tests.Recording;

/// <summary>
/// tshark, the command line of Wireshark, as the judge of captures. A test that needs it is skipped where it is not
/// installed, and fails there where IQOS_REQUIRED_TOOLS names it.
/// </summary>
internal static class Tshark
{
    private const string Name = "tshark";

    /// <summary>The names of the holder's own UUIDs, for Wireshark.</summary>
    public static string NamesScript { get; } = Path.Combine(RepositoryRoot(), "docs", "wireshark", "holder.lua");

    public static void Require()
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Name)) || File.Exists(Path.Combine(folder, Name + ".exe")));
        if (!isThere && (Environment.GetEnvironmentVariable("IQOS_REQUIRED_TOOLS") ?? string.Empty).Split(' ').Contains(Name))
        {
            Assert.Fail($"{Name} is required here and not installed.");
        }

        Assert.SkipUnless(isThere, $"{Name} is not installed.");
    }

    /// <summary>Decodes a capture into PDML: a proto element a layer, a field element a field with its showname.</summary>
    public static async Task<IReadOnlyList<XElement>> DecodeAsync(byte[] capture)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, capture, cancellation);
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Name, ["-X", "lua_script:" + NamesScript, "-T", "pdml", "-r", file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            XDocument pdml = await XDocument.LoadAsync(process.StandardOutput, LoadOptions.None, cancellation);
            await process.WaitForExitAsync(cancellation);
            (await error).ShouldNotContain("Lua: Error");
            return [.. pdml.Root!.Elements("packet")];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string RepositoryRoot([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));
}
