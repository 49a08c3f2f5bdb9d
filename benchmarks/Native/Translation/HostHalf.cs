using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>
/// Partial methods whose body is the host build's own, so that state machine, controller and checks can be made to fail:
/// the device's compiler finds none and leaves the calls out. Symbols tell where a body was written.
/// </summary>
internal static class HostHalf
{
    private const string Folder = "/emulator/Firmware/";

    public static bool Contains(MethodDefinition method) =>
        method.HasBody && method.DebugInformation.SequencePoints.Any(static point => IsInFolder(point.Document.Url));

    private static bool IsInFolder(string path) => path.Replace('\\', '/').Contains(Folder, StringComparison.Ordinal);
}
