using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>Who is at the other end of a Unix socket, as the kernel tells; nobody can pretend to be another.</summary>
/// <param name="ProcessId">The process that connected; 0 where it cannot be seen from here.</param>
/// <param name="UserId">Its effective user.</param>
public sealed record PeerCredentials(int ProcessId, uint UserId)
{
    // From Linux's asm-generic/socket.h; the answer is struct ucred: pid, uid, gid.
    private const int SolSocket = 1;
    private const int SoPeerCred = 17;

    /// <summary>This process.</summary>
    public static PeerCredentials OfThisProcess { get; } =
        new(Environment.ProcessId, OperatingSystem.IsWindows() ? 0 : EffectiveUserId());

    /// <summary>The peer of a connected Unix socket; null where the system does not tell.</summary>
    public static PeerCredentials? Of(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<int> credentials = stackalloc int[3];
        socket.GetRawSocketOption(SolSocket, SoPeerCred, MemoryMarshal.AsBytes(credentials));
        return new PeerCredentials(credentials[0], (uint)credentials[1]);
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUserId();
}
