using System.CommandLine;
using System.Globalization;

namespace IqosDevice.Benchmarks.Portal;

/// <summary>The command <c>portal</c>: how long the portal takes from the start of its process to its first answer.</summary>
internal static class PortalStartCommand
{
    private const int UsageExitCode = 64;
    private const double MostMilliseconds = 2000;

    private const string About = """
        Starts `iqos-emulator portal` again and again, each time as a process of its own, and takes the time from there to
        the first answer (status 200, body and all): of a page and of the API, with a database that has yet to be made and
        with one that is there. Exit code 1 where a median is above 2 s.

        Build the program first: dotnet build -c Release emulator/Cli

        Examples:
          portal
          portal --starts 3 --program /opt/iqos-emulator/iqos-emulator
        """;

    private static readonly (string What, string Path)[] Requests = [("page", "/"), ("API", "/api/support/faq")];

    public static int Run(string[] args)
    {
        var starts = new Option<int>("--starts") { Description = "Starts of each kind.", DefaultValueFactory = static _ => 10 };
        var program = new Option<string>("--program")
        {
            Description = "The program.",
            DefaultValueFactory = static _ => Path.Combine("emulator", "Cli", "bin", "Release", "net10.0", "iqos-emulator"),
        };
        var command = new RootCommand(About) { starts, program };
        int exitCode = UsageExitCode;
        command.SetAction(async (parsed, cancellation) =>
            exitCode = await ExecuteAsync(parsed.GetValue(program)!, Math.Max(1, parsed.GetValue(starts)), cancellation));
        command.Parse(args).Invoke();
        return exitCode;
    }

    private static async Task<int> ExecuteAsync(string program, int starts, CancellationToken cancellation)
    {
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"there is no {program}; build it with: dotnet build -c Release emulator/Cli");
            return UsageExitCode;
        }

        Console.WriteLine("| database | first answer | best | median |");
        Console.WriteLine("| --- | --- | ---: | ---: |");
        double slowest = 0;
        foreach (bool isNew in new[] { true, false })
        {
            foreach ((string what, string path) in Requests)
            {
                double[] times = await PortalStart.MeasureAsync(program, path, isNew, starts, cancellation);
                double median = (times[(starts - 1) / 2] + times[starts / 2]) / 2;
                slowest = Math.Max(slowest, median);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {(isNew ? "new" : "existing")} | {what} | {times[0]:0} ms | {median:0} ms |"));
            }
        }

        return slowest <= MostMilliseconds ? 0 : 1;
    }
}
