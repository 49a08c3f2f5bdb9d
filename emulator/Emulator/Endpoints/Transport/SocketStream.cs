using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// A socket whose reads are done, and continued, by a thread of its own. What is awaited on an ordinary socket travels
/// from the thread that watches all sockets to one of the pool, and each change of thread takes longer than the answer
/// to a request; here the thread that received a request goes on to answer it. One read at a time; writes go out on the
/// writer's thread as far as the socket takes them, and never wait there.
/// </summary>
internal sealed class SocketStream : NetworkStream, IValueTaskSource<int>
{
    private static readonly TimeSpan SoonTime = TimeSpan.FromMicroseconds(100);

    /// <summary>A look at the socket takes a microsecond or two; one that took this long gave the core to others.</summary>
    private static readonly TimeSpan CrowdedTime = TimeSpan.FromMicroseconds(50);

    /// <summary>How long nobody looks without sleeping after others were found to want the core.</summary>
    private static readonly TimeSpan CalmTime = TimeSpan.FromMilliseconds(100);

    private static readonly Action<object?> WithdrawFrom = static stream => ((SocketStream)stream!).Withdraw();

    private readonly ManualResetEventSlim asked = new();
    private ManualResetValueTaskSourceCore<int> completion;
    private CancellationTokenRegistration cancelling;
    private Memory<byte> wanted;
    private bool isWanted;
    private bool isBusy;
    private long calmUntil;
    private volatile bool isDisposed;

    public SocketStream(Socket socket)
        : base(socket, ownsSocket: true) =>
        new Thread(ReceiveForever) { IsBackground = true, Name = "socket" }.Start();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        completion.Reset();
        wanted = buffer;
        cancelling = cancellationToken.UnsafeRegister(WithdrawFrom, this);
        Volatile.Write(ref isWanted, true);
        var read = new ValueTask<int>(this, completion.Version);
        if (isDisposed || cancellationToken.IsCancellationRequested)
        {
            Withdraw();
        }

        asked.Set();
        return read;
    }

    int IValueTaskSource<int>.GetResult(short token) => completion.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => completion.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        completion.OnCompleted(continuation, state, token, flags);

    protected override void Dispose(bool disposing)
    {
        isDisposed = true;
        asked.Set();

        // Ends the thread's wait for input, too.
        base.Dispose(disposing);
        Withdraw();
    }

    private void ReceiveForever()
    {
        while (true)
        {
            asked.Wait();
            asked.Reset();
            if (isDisposed)
            {
                return;
            }

            Receive();
        }
    }

    private void Receive()
    {
        bool isTaken = false;
        int count = 0;
        Exception? failure = null;
        try
        {
            WaitForInput();
            isTaken = TryTake();
            count = isTaken ? Socket.Receive(wanted.Span) : 0;
        }
        catch (Exception caught) when (caught is SocketException or ObjectDisposedException)
        {
            failure = caught;
        }

        if (failure is not null && (isTaken || TryTake()))
        {
            completion.SetException(failure);
        }
        else if (isTaken)
        {
            completion.SetResult(count);
        }
    }

    /// <summary>
    /// A sleeping thread wakes late. So one that was given more to read soon after its last answer looks for more
    /// without sleeping, for as long as that was soon; it lets others run meanwhile. Where others do want to run, it
    /// sleeps like everybody: who yields comes back after their turns, who is woken comes before them.
    /// </summary>
    private void WaitForInput()
    {
        long start = Stopwatch.GetTimestamp();
        bool isReadable = false;
        for (long looked = start; isBusy && !isReadable && looked >= calmUntil && Stopwatch.GetElapsedTime(start, looked) < SoonTime;)
        {
            Thread.Yield();
            isReadable = Socket.Poll(0, SelectMode.SelectRead);
            long before = looked;
            looked = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(before, looked) > CrowdedTime)
            {
                calmUntil = looked + (long)(CalmTime.TotalSeconds * Stopwatch.Frequency);
            }
        }

        if (!isReadable)
        {
            Socket.Poll(-1, SelectMode.SelectRead);
        }

        isBusy = Stopwatch.GetElapsedTime(start) < SoonTime;
    }

    /// <summary>The read is over: whoever takes it first completes it.</summary>
    private bool TryTake()
    {
        bool isTaken = Interlocked.Exchange(ref isWanted, false);
        if (isTaken)
        {
            cancelling.Unregister();
        }

        return isTaken;
    }

    private void Withdraw()
    {
        if (TryTake())
        {
            completion.SetException(isDisposed ? new ObjectDisposedException(nameof(SocketStream)) : new OperationCanceledException());
        }
    }
}
