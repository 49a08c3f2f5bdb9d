using System.Net;
using System.Net.Sockets;
using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Cli.Diagnosis;

/// <summary>What a run would listen on and write to: whether it is free, and who has it. Leaves nothing behind.</summary>
internal static class AddressChecks
{
    /// <summary>The state folder can be written and no run holds it.</summary>
    public static Finding CheckState(string path)
    {
        string? problem = ProbeFolder(path);
        bool isHeld = problem is null && StateFolder.IsHeld(path);
        return new Finding
        {
            Name = "state folder",
            Needed = true,
            Purpose = "keeps the holder's flash between runs",
            Status = problem is not null ? FindingStatus.Missing : isHeld ? FindingStatus.InUse : FindingStatus.Ok,
            Detail = problem ?? (isHeld ? $"{path} is used by another run" : path),
            Advice = problem is null && !isHeld ? null : "--state DIR chooses another folder",
        };
    }

    /// <summary>An address is free to be listened on.</summary>
    /// <param name="name">Name of the finding and of the option that chooses another address.</param>
    /// <param name="purpose">What it is good for.</param>
    /// <param name="choose">Gives the address; a <see cref="CliException"/> is a finding.</param>
    public static async Task<Finding> CheckAsync(string name, string purpose, Func<PipeAddress> choose)
    {
        var finding = new Finding { Name = name, Needed = true, Purpose = purpose };
        try
        {
            PipeAddress address = choose();
            string? problem = await ProbeAsync(address);
            return problem is null
                ? finding with { Detail = address.ToString() }
                : finding with { Status = FindingStatus.InUse, Detail = problem, Advice = $"--{name} ADDRESS chooses another one" };
        }
        catch (CliException problem)
        {
            return finding with { Status = FindingStatus.Missing, Detail = problem.Message, Advice = problem.Hint };
        }
    }

    /// <summary>TCP works on this machine, and a port is free.</summary>
    public static Finding CheckLoopback()
    {
        var finding = new Finding { Name = "TCP ports", Purpose = "--pipe and --control on tcp:PORT" };
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return finding with { Detail = $"free, e.g. tcp:{((IPEndPoint)listener.LocalEndpoint).Port}" };
        }
        catch (SocketException failure)
        {
            return finding with { Status = FindingStatus.Missing, Detail = failure.Message, Advice = "use sockets of the file system" };
        }
    }

    private static async Task<string?> ProbeAsync(PipeAddress address)
    {
        // Connecting would be connecting to the holder: whoever is connected, or about to, should not notice.
        if (address.Kind == PipeAddressKind.Unix)
        {
            return SocketOwner.FindUnix(Path.GetFullPath(address.Name)) is { } owner ? $"{address} is served by {owner}" : null;
        }

        if (address.Kind == PipeAddressKind.Stdio)
        {
            return null;
        }

        try
        {
            await using IStreamListener listener = StreamListener.Create(address);
            return null;
        }
        catch (IOException failure)
        {
            string? owner = address.Kind == PipeAddressKind.Tcp ? SocketOwner.FindTcp(address.Port) : null;
            return owner is null ? failure.Message : $"{address} is served by {owner}";
        }
    }

    /// <summary>Writes into the folder, or into the one that it would be made in.</summary>
    private static string? ProbeFolder(string path)
    {
        string? folder = path;
        while (folder is not null && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        try
        {
            string file = Path.Combine(folder ?? path, Path.GetRandomFileName());
            using var probe = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written: {failure.Message}";
        }
    }
}
