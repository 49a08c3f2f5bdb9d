using System.ComponentModel;
using System.Diagnostics;

namespace IqosDevice.Benchmarks.Native;

/// <summary>The C compiler of the machine, <c>cc</c>, where there is one.</summary>
internal static class CCompiler
{
    public const string Program = "cc";

    private static readonly string[] Options = ["-std=c99", "-D_POSIX_C_SOURCE=199309L", "-O2", "-ffp-contract=off", "-fPIC", "-shared"];

    /// <summary>How it is called, without the files.</summary>
    public static string CommandLine => $"{Program} {string.Join(' ', Options)}";

    /// <summary>It answers.</summary>
    public static bool IsThere
    {
        get
        {
            try
            {
                return Run(["--version"]).ExitCode == 0;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Compiles a source file to a shared library.</summary>
    /// <param name="source">The file.</param>
    /// <param name="library">The library to be written.</param>
    /// <param name="includes">Where its headers are.</param>
    /// <exception cref="InvalidOperationException">It refused; the message is its own.</exception>
    public static void Compile(string source, string library, params ReadOnlySpan<string> includes)
    {
        List<string> arguments = [.. Options, "-o", library, source, "-lm"];
        foreach (string folder in includes)
        {
            arguments.Add("-I" + folder);
        }

        (int exitCode, string errors) = Run(arguments);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{Program} refused {source}:\n{errors}");
        }
    }

    private static (int ExitCode, string Errors) Run(IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
