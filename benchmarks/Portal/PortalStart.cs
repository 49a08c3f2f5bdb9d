using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IqosDevice.Benchmarks.Portal;

/// <summary>Starts the portal as a process, and waits for its first answer.</summary>
internal static class PortalStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Milliseconds of some starts, the shortest first.</summary>
    /// <param name="program">The program.</param>
    /// <param name="path">What is asked first.</param>
    /// <param name="isNew">Each start makes its database; otherwise one that was made before is opened.</param>
    /// <param name="starts">How many.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<double[]> MeasureAsync(string program, string path, bool isNew, int starts, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("portal-start").FullName;
        try
        {
            // One that is not counted: it makes the database, and brings the program's files into memory.
            await StartOnceAsync(program, Path.Combine(folder, "existing.db"), path, cancellation);
            double[] times = new double[starts];
            for (int number = 0; number < starts; number++)
            {
                times[number] = await StartOnceAsync(
                    program, Path.Combine(folder, isNew ? number.ToString(CultureInfo.InvariantCulture) + ".db" : "existing.db"), path, cancellation);
            }

            Array.Sort(times);
            return times;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> StartOnceAsync(string program, string database, string path, CancellationToken cancellation)
    {
        string address = $"127.0.0.1:{FreePort()}";
        using var client = new HttpClient();
        long begin = Stopwatch.GetTimestamp();
        using Process portal = Process.Start(new ProcessStartInfo(program, ["portal", "--http", address, "--db", database])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            while (await AskAsync(client, $"http://{address}{path}", cancellation) != HttpStatusCode.OK)
            {
                if (portal.HasExited)
                {
                    throw new InvalidOperationException(await portal.StandardError.ReadToEndAsync(cancellation));
                }

                await Task.Delay(Pause, cancellation);
            }

            return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }
        finally
        {
            portal.Kill();
            await portal.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<HttpStatusCode?> AskAsync(HttpClient client, string address, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(address), cancellation);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
