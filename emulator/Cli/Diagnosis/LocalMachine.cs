using System.ComponentModel;
using System.Diagnostics;

namespace IqosDevice.Cli.Diagnosis;

/// <summary>The machine that this runs on.</summary>
internal sealed class LocalMachine : IMachine
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    public string? FindProgram(string name)
    {
        // Tools of .NET are not always in the path.
        string tools = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools");
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator), tools];
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [string.Empty];
        return (from folder in folders
                where Path.IsPathFullyQualified(folder)
                from ending in endings
                let path = Path.Combine(folder, name + ending)
                where IsProgram(path)
                select path).FirstOrDefault();
    }

    public async Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestAnswer);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? await output : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
