using IqosDevice.Emulator.Endpoints.InProcess;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// An app and a holder in one test, on one thread and in virtual time: no ports, no sleeps, and the same course each
/// time. Whenever the app waits, the holder's time goes on to its next event; whatever the app waited for then runs.
/// <code>
/// using var holder = VirtualHolder.Start();
/// holder.Run(async () =>
/// {
///     await using HolderClient app = await HolderClient.ConnectAsync(holder.Connect(), new() { Time = holder.Time() });
///     ...
/// });
/// </code>
/// </summary>
public static class InProcessApp
{
    /// <summary>Virtual time that an app may take unless it is given another limit.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromHours(1);

    /// <summary>Connects to the holder; a second client is refused while one is connected.</summary>
    /// <returns>A stream of L2CAP frames, as the pipe's.</returns>
    /// <exception cref="IOException">Another client is connected, or the holder does not advertise.</exception>
    public static Stream Connect(this VirtualHolder holder) => InProcessStream.Open(holder.Peripheral);

    /// <summary>The holder's time, for the app's own delays and time-outs.</summary>
    public static TimeProvider Time(this VirtualHolder holder) => new VirtualTimeProvider(holder.Queue);

    /// <summary>Runs an app to its end. It may wait for the holder and for <see cref="Time"/>, and for nothing else.</summary>
    /// <param name="holder">Whom it talks to.</param>
    /// <param name="app">The app, or the test that plays it.</param>
    /// <param name="limit">Virtual time that it may take; <see cref="UsualLimit"/> when left out.</param>
    /// <exception cref="TimeoutException">It waited for what did not come within the limit.</exception>
    public static void Run(this VirtualHolder holder, Func<Task> app, TimeSpan? limit = null)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        var turns = new AppTurns();
        SynchronizationContext.SetSynchronizationContext(turns);
        try
        {
            long endUs = holder.Queue.NowUs + (long)(limit ?? UsualLimit).TotalMicroseconds;
            Task running = app();
            while (!running.IsCompleted)
            {
                if (!turns.TryRunNext() && !holder.Queue.RunNext(endUs))
                {
                    throw new TimeoutException($"The app still waits after {(limit ?? UsualLimit).TotalSeconds} virtual seconds.");
                }
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
