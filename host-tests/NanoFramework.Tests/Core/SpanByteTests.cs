namespace IqosDevice.NanoFramework.Tests.Core;

public sealed class SpanByteTests
{
    [Fact]
    public void A_span_is_a_window_and_no_copy()
    {
        byte[] array = [1, 2, 3, 4];
        var span = new SpanByte(array, 1, 2);

        span[0] = 9;

        array.ShouldBe([1, 9, 3, 4]);
        span.Slice(1).ToArray().ShouldBe([3]);
        Should.Throw<IndexOutOfRangeException>(() => span[2]);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 5)]
    [InlineData(4, 1)]
    [InlineData(1, -1)]
    [InlineData(1, int.MaxValue)]
    public void A_window_beyond_the_array_throws(int start, int length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SpanByte(new byte[4], start, length));

    [Fact]
    public void Null_is_an_empty_span()
    {
        new SpanByte(null!).IsEmpty.ShouldBeTrue();
        SpanByte.Empty.Length.ShouldBe(0);
    }
}
