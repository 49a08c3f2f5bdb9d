using System.IO.Pipelines;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class OutboundQueueTests : IDisposable
{
    private readonly SlowLink link = new();
    private readonly OutboundQueue queue;

    public OutboundQueueTests() =>
        queue = new OutboundQueue(PipeWriter.Create(link, new StreamPipeWriterOptions(leaveOpen: true)), capacityBytes: 100);

    public void Dispose() => link.Dispose();

    [Fact]
    public void What_was_queued_before_a_flush_goes_out_in_one_write()
    {
        queue.TryEnqueue([1], [2, 3]).ShouldBeTrue();
        queue.TryEnqueue([4], []).ShouldBeTrue();
        link.Writes.ShouldBeEmpty();

        queue.Flush();

        link.Writes.ShouldHaveSingleItem().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void A_link_that_takes_nothing_stops_nobody_and_fills_the_queue()
    {
        link.Block();
        queue.TryEnqueue(new byte[10], new byte[40]).ShouldBeTrue();
        queue.Flush();
        queue.TryEnqueue(new byte[10], new byte[40]).ShouldBeTrue();
        queue.Flush();

        queue.TryEnqueue([1], []).ShouldBeFalse("what the link has not taken yet counts");
        link.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_waited_for_a_slow_link_goes_out_in_order_and_the_end_waits_for_it()
    {
        link.Block();
        queue.TryEnqueue([1], []);
        queue.Flush();
        queue.TryEnqueue([2], []);
        queue.Flush();
        queue.TryEnqueue([3], []);
        queue.Complete();
        queue.Completion.IsCompleted.ShouldBeFalse();

        link.Unblock();
        await queue.Completion.WaitAsync(TestContext.Current.CancellationToken);

        link.Writes.SelectMany(static write => write).ShouldBe([1, 2, 3]);
        queue.TryEnqueue([4], []).ShouldBeTrue("after the end everything is thrown away");
        link.Writes.SelectMany(static write => write).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_link_that_fails_ends_the_queue_with_its_failure()
    {
        link.Failure = new IOException("torn");
        queue.TryEnqueue([1], []);
        queue.Flush();

        (await Should.ThrowAsync<IOException>(queue.Completion)).Message.ShouldBe("torn");
        queue.TryEnqueue([2], []).ShouldBeTrue();
        queue.Flush();
        link.Writes.Count.ShouldBe(1);
    }

    /// <summary>Keeps what is written to it, and takes its time over it where a test wants that.</summary>
    private sealed class SlowLink : MemoryStream
    {
        private TaskCompletionSource free = NewSignal();

        public SlowLink() => free.SetResult();

        public List<byte[]> Writes { get; } = [];

        public IOException? Failure { get; set; }

        public void Block() => free = NewSignal();

        public void Unblock() => free.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes.Add(buffer.ToArray());
            await free.Task;
            if (Failure is not null)
            {
                throw Failure;
            }
        }

        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
