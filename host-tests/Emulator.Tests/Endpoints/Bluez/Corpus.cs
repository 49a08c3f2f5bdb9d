using System.Runtime.CompilerServices;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

/// <summary>
/// Real traffic, kept in Corpus/: in DBus/ what bleak, bluetoothctl, busctl, dbus-python, GDBus, node-ble, noble and pydbus send on one connection each,
/// in Att/ the PDUs of a link. A file whose name begins with "finding" is one that once did harm; it is played as it is.
/// </summary>
internal static class Corpus
{
    /// <summary>Byte streams of connections to the bus.</summary>
    public static IReadOnlyList<byte[]> Streams { get; } = [.. Files("DBus").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>PDUs that a client sends.</summary>
    public static IReadOnlyList<byte[]> Pdus { get; } =
        [.. File.ReadLines(Files("Att").Single()).Where(line => !line.StartsWith('#')).Select(Convert.FromHexString)];

    /// <summary>Changes a piece of traffic in one to eight places: bits, bytes, lengths, losses, repetitions, others' bytes.</summary>
    public static byte[] Mutate(byte[] original, IReadOnlyList<byte[]> others, DeterministicRandom random)
    {
        byte[] changed = [.. original];
        for (int changes = 1 + random.NextInt32(8); changes > 0 && changed.Length > 0; changes--)
        {
            int at = random.NextInt32(changed.Length);
            int count = Math.Min(1 + random.NextInt32(64), changed.Length - at);
            byte[] other = others[random.NextInt32(others.Count)];
            int otherAt = random.NextInt32(other.Length);
            changed = random.NextInt32(7) switch
            {
                0 => With(changed, at, (byte)(changed[at] ^ (1 << random.NextInt32(8)))),
                1 => With(changed, at, (byte)random.NextInt32(256)),
                2 => With(changed, at, 0xFF),
                3 => changed[..at],
                4 => [.. changed[..at], .. changed[(at + count)..]],
                5 => [.. changed[..(at + count)], .. changed[at..]],
                _ => [.. changed[..at], .. other[otherAt..Math.Min(otherAt + count, other.Length)], .. changed[at..]],
            };
        }

        return changed;
    }

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        bytes[at] = value;
        return bytes;
    }

    private static string[] Files(string kind, [CallerFilePath] string source = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "Corpus", kind));
}
