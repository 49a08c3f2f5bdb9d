using TestFrameworkShared;

namespace nanoFramework.TestFramework;

/// <summary>
/// Assertions of the device's test framework, with its overloads: none is generic, and none knows a tolerance. A message
/// of the test's own is put before the assertion's.
/// </summary>
public sealed partial class Assert
{
    public static void IsTrue(bool condition, string message = "") => That(condition, "IsTrue: false.", message);

    public static void IsFalse(bool condition, string message = "") => That(!condition, "IsFalse: true.", message);

    public static void IsNull(object? value, string message = "") => That(value is null, $"IsNull: {value}.", message);

    public static void IsNotNull(object? value, string message = "") => That(value is not null, "IsNotNull: null.", message);

    public static void AreSame(object? expected, object? actual, string message = "") =>
        That(ReferenceEquals(expected, actual), "AreSame: two objects.", message);

    public static void AreNotSame(object? notExpected, object? actual, string message = "") =>
        That(!ReferenceEquals(notExpected, actual), "AreNotSame: one object.", message);

    public static void IsInstanceOfType(object? value, Type expected, string message = "") =>
        That(expected.IsInstanceOfType(value), $"IsInstanceOfType: {value?.GetType().Name ?? "null"}, not {expected.Name}.", message);

    public static void IsNotInstanceOfType(object? value, Type notExpected, string message = "") =>
        That(!notExpected.IsInstanceOfType(value), $"IsNotInstanceOfType: {notExpected.Name}.", message);

    public static void Contains(string expected, string value, string message = "") =>
        That(value.Contains(expected, StringComparison.Ordinal), $"Contains: '{expected}' is not in '{value}'.", message);

    public static void DoesNotContains(string notExpected, string value, string message = "") =>
        That(!value.Contains(notExpected, StringComparison.Ordinal), $"DoesNotContains: '{notExpected}' is in '{value}'.", message);

    public static void StartsWith(string expected, string value, string message = "") =>
        That(value.StartsWith(expected, StringComparison.Ordinal), $"StartsWith: '{value}' does not with '{expected}'.", message);

    public static void EndsWith(string expected, string value, string message = "") =>
        That(value.EndsWith(expected, StringComparison.Ordinal), $"EndsWith: '{value}' does not with '{expected}'.", message);

    /// <summary>The action throws exactly this exception, not one that derives from it.</summary>
    public static void ThrowsException(Type exception, Action action, string message = "")
    {
        Type? thrown = null;
        try
        {
            action();
        }
        catch (Exception caught)
        {
            thrown = caught.GetType();
        }

        That(thrown == exception, $"ThrowsException: {thrown?.Name ?? "none"}, not {exception.Name}.", message);
    }

    /// <exception cref="SkipTestException">Always.</exception>
    public static void SkipTest(string? message = null) => throw new SkipTestException(message);

    internal static void That(bool condition, string complaint, string message)
    {
        if (!condition)
        {
            throw new AssertFailedException(message.Length == 0 ? complaint : $"{message} {complaint}");
        }
    }
}
