namespace IqosDevice.Firmware.Tests;

/// <summary>Bytes as people write them.</summary>
internal static class Hex
{
    public static byte[] Bytes(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    public static string Text(byte[] bytes) => Convert.ToHexString(bytes);

    public static string Text(byte[] bytes, int length) => Convert.ToHexString(bytes, 0, length);

    public static string Compact(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
