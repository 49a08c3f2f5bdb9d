using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IqosDevice.Portal.Data;

/// <summary>Instants as milliseconds since 1970, in UTC.</summary>
public sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
