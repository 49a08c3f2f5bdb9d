namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>A value with its type, as it came over the bus.</summary>
/// <param name="Signature">One complete type.</param>
/// <param name="Value">
/// byte, bool, short, ushort, int, uint, long, ulong, double, string, <see cref="ObjectPath"/>, <see cref="Variant"/>, byte[]
/// for <c>ay</c>, and a list of values for every other array and for structs.
/// </param>
internal sealed record Variant(string Signature, object Value);
