using System.Runtime.CompilerServices;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>Values of any primitive type as the 64 bits that the C side copies them from: the low bytes, the others 0.</summary>
internal static class Bits
{
    public static long Of<T>(T value)
        where T : unmanaged
    {
        long bits = 0;
        Unsafe.WriteUnaligned(ref Unsafe.As<long, byte>(ref bits), value);
        return bits;
    }

    public static T To<T>(long bits)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Unsafe.As<long, byte>(ref bits));

    /// <summary>The same for a type that only the running program knows.</summary>
    public static object ToObject(Type type, long bits) => type.IsEnum
        ? Enum.ToObject(type, bits)
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => To<bool>(bits),
            TypeCode.Char => To<char>(bits),
            TypeCode.SByte => To<sbyte>(bits),
            TypeCode.Byte => To<byte>(bits),
            TypeCode.Int16 => To<short>(bits),
            TypeCode.UInt16 => To<ushort>(bits),
            TypeCode.Int32 => To<int>(bits),
            TypeCode.UInt32 => To<uint>(bits),
            TypeCode.Int64 => bits,
            TypeCode.UInt64 => To<ulong>(bits),
            TypeCode.Single => To<float>(bits),
            TypeCode.Double => To<double>(bits),
            _ => throw new NotSupportedException($"{type} is not primitive."),
        };
}
