namespace nanoFramework.TestFramework;

/// <summary>Thrown by a test, or by the set-up of its class, that does not want to run.</summary>
public sealed class SkipTestException(string? message = null, Exception? innerException = null)
    : Exception(message, innerException);
