using TestFrameworkShared;
using Device = nanoFramework.TestFramework.Assert;
using DeviceCollections = nanoFramework.TestFramework.CollectionAssert;

namespace IqosDevice.NanoFramework.Tests.TestFramework;

/// <summary>Each assertion of the device's test framework holds where it should, and fails where it should.</summary>
public sealed class AssertTests
{
    private static readonly object One = new();
    private static readonly object Other = new();

    public static TheoryData<string, Action, Action> Assertions => new()
    {
        { "IsTrue", () => Device.IsTrue(true), () => Device.IsTrue(false) },
        { "IsFalse", () => Device.IsFalse(false), () => Device.IsFalse(true) },
        { "IsNull", () => Device.IsNull(null), () => Device.IsNull(One) },
        { "IsNotNull", () => Device.IsNotNull(One), () => Device.IsNotNull(null) },
        { "AreSame", () => Device.AreSame(One, One), () => Device.AreSame(One, Other) },
        { "AreNotSame", () => Device.AreNotSame(One, Other), () => Device.AreNotSame(One, One) },
        {
            "IsInstanceOfType",
            () => Device.IsInstanceOfType("a", typeof(string)),
            () => Device.IsInstanceOfType(1, typeof(string))
        },
        {
            "IsNotInstanceOfType",
            () => Device.IsNotInstanceOfType(1, typeof(string)),
            () => Device.IsNotInstanceOfType("a", typeof(string))
        },
        { "Contains", () => Device.Contains("b", "abc"), () => Device.Contains("B", "abc") },
        { "DoesNotContains", () => Device.DoesNotContains("d", "abc"), () => Device.DoesNotContains("b", "abc") },
        { "StartsWith", () => Device.StartsWith("ab", "abc"), () => Device.StartsWith("b", "abc") },
        { "EndsWith", () => Device.EndsWith("bc", "abc"), () => Device.EndsWith("b", "abc") },
        { "AreEqual bool", () => Device.AreEqual(true, true), () => Device.AreEqual(true, false) },
        { "AreEqual byte", () => Device.AreEqual((byte)1, (byte)1), () => Device.AreEqual((byte)1, (byte)2) },
        { "AreEqual char", () => Device.AreEqual('a', 'a'), () => Device.AreEqual('a', 'b') },
        { "AreEqual int", () => Device.AreEqual(-1, -1), () => Device.AreEqual(1, 2) },
        { "AreEqual uint", () => Device.AreEqual(1u, 1u), () => Device.AreEqual(1u, 2u) },
        { "AreEqual long", () => Device.AreEqual(1L << 40, 1L << 40), () => Device.AreEqual(1L << 40, 0L) },
        { "AreEqual float", () => Device.AreEqual(0.1f, 0.1f), () => Device.AreEqual(float.NaN, float.NaN) },
        { "AreEqual double", () => Device.AreEqual(0.1, 0.1), () => Device.AreEqual(0.1, 0.10000001) },
        { "AreEqual string", () => Device.AreEqual("a", "a"), () => Device.AreEqual("a", "A") },
        { "AreNotEqual int", () => Device.AreNotEqual(1, 2), () => Device.AreNotEqual(1, 1) },
        { "AreNotEqual float", () => Device.AreNotEqual(float.NaN, float.NaN), () => Device.AreNotEqual(1f, 1f) },
        { "AreNotEqual string", () => Device.AreNotEqual("a", "b"), () => Device.AreNotEqual("a", "a") },
        { "Empty", () => DeviceCollections.Empty(Of()), () => DeviceCollections.Empty(Of(1)) },
        { "NotEmpty", () => DeviceCollections.NotEmpty(Of(1)), () => DeviceCollections.NotEmpty(Of()) },
        {
            "AreEqual elements",
            () => DeviceCollections.AreEqual(Of(1, 2), Of(1, 2)),
            () => DeviceCollections.AreEqual(Of(1, 2), Of(1, 3))
        },
        { "AreEqual lengths", () => DeviceCollections.AreEqual(Of(1), Of(1)), () => DeviceCollections.AreEqual(Of(1), Of(1, 2)) },
        { "AreNotEqual elements", () => DeviceCollections.AreNotEqual(Of(1), Of(2)), () => DeviceCollections.AreNotEqual(Of(1), Of(1)) },
        {
            "ThrowsException",
            () => Device.ThrowsException(typeof(NotSupportedException), () => throw new NotSupportedException()),
            () => Device.ThrowsException(typeof(NotSupportedException), () => throw new PlatformNotSupportedException())
        },
        {
            "ThrowsException at all",
            () => Device.ThrowsException(typeof(NotSupportedException), () => throw new NotSupportedException()),
            () => Device.ThrowsException(typeof(NotSupportedException), () => { })
        },
    };

    [Theory]
    [MemberData(nameof(Assertions))]
    public void Holds_and_fails(string name, Action holds, Action fails)
    {
        holds();
        Should.Throw<AssertFailedException>(fails, name);
    }

    [Fact]
    public void The_test_s_own_message_comes_first() =>
        Should.Throw<AssertFailedException>(() => Device.AreEqual(1, 2, "Count:")).Message
            .ShouldBe("Count: AreEqual: expected <1>, was <2>.");

    [Fact]
    public void A_skip_is_no_failure() =>
        Should.Throw<global::nanoFramework.TestFramework.SkipTestException>(() => Device.SkipTest("no board")).Message.ShouldBe("no board");

    private static int[] Of(params int[] elements) => elements;
}
