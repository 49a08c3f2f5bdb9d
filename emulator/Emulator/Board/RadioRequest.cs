using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board;

/// <summary>A client's request that waits for the firmware; the first answer counts, and 2 s are the limit.</summary>
internal sealed class RadioRequest
{
    private const byte UnlikelyError = 0x0E;
    private const long TimeoutUs = 2_000_000;

    private readonly Action<string>? log;
    private Action<byte, byte[]>? complete;
    private ScheduledEvent? timeout;

    public RadioRequest(Action<byte, byte[]> complete, Action<string>? log)
    {
        this.complete = complete;
        this.log = log;
    }

    /// <summary>Starts the clock, unless the answer is there already.</summary>
    public void Await(EventQueue queue)
    {
        if (complete is not null)
        {
            timeout = queue.After(TimeoutUs, () =>
            {
                log?.Invoke("radio: the firmware did not answer within 2 s; error 0x0E");
                Complete(UnlikelyError, []);
            });
        }
    }

    public void Complete(byte error, byte[] value)
    {
        Action<byte, byte[]>? action = complete;
        complete = null;
        timeout?.Cancel();
        action?.Invoke(error, value);
    }
}
