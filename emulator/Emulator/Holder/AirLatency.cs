using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// The time that an answer takes over the air. What a characteristic notifies is delivered no sooner than a fixed
/// time after the client's last write to it: the reply to a request arrives exactly then, however the firmware's
/// loop falls, and its fragments in order. Notifications that answer nothing pass at once.
/// </summary>
public sealed class AirLatency
{
    private readonly EventQueue queue;
    private readonly Action<ushort, byte[]> deliver;
    private readonly Dictionary<ushort, Lane> lanes = [];

    /// <param name="queue">Virtual time.</param>
    /// <param name="deliver">Gives a value, by its handle, to the client.</param>
    public AirLatency(EventQueue queue, Action<ushort, byte[]> deliver)
    {
        this.queue = queue;
        this.deliver = deliver;
    }

    /// <summary>From the arrival of a write to the delivery of its answer, µs.</summary>
    public long DelayUs { get; set; }

    /// <summary>The client wrote to a characteristic.</summary>
    public void OnWrite(ushort handle) => LaneOf(handle).NotBeforeUs = queue.NowUs + DelayUs;

    /// <summary>The firmware notifies.</summary>
    public void Send(ushort handle, byte[] value)
    {
        Lane lane = LaneOf(handle);
        if (lane.NotBeforeUs <= queue.NowUs && lane.Waiting == 0)
        {
            deliver(handle, value);
            return;
        }

        // One after another: a later one never overtakes those that wait.
        lane.LastDueUs = Math.Max(lane.NotBeforeUs, lane.LastDueUs);
        lane.Waiting++;
        queue.At(lane.LastDueUs, () =>
        {
            lane.Waiting--;
            if (!lane.Closed)
            {
                deliver(handle, value);
            }
        });
    }

    /// <summary>The link ended: what is under way is lost.</summary>
    public void Clear()
    {
        foreach (Lane lane in lanes.Values)
        {
            lane.Closed = true;
        }

        lanes.Clear();
    }

    private Lane LaneOf(ushort handle)
    {
        if (!lanes.TryGetValue(handle, out Lane? lane))
        {
            lane = new Lane();
            lanes.Add(handle, lane);
        }

        return lane;
    }

    /// <summary>What one characteristic has under way.</summary>
    private sealed class Lane
    {
        public long NotBeforeUs { get; set; }

        public long LastDueUs { get; set; }

        public int Waiting { get; set; }

        public bool Closed { get; set; }
    }
}
