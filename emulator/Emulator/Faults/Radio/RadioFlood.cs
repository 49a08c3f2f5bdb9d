using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Faults.Radio;

/// <summary>Somebody writes to everything that can be written, as often as they like: random values of 1 to 244 bytes.</summary>
internal sealed class RadioFlood
{
    // GATT's Write Without Response and Write.
    private const byte Writable = 0x04 | 0x08;
    private const int LongestBytes = 244;

    private readonly DeterministicRandom random;
    private readonly long periodUs;
    private ScheduledEvent? next;

    /// <param name="seed">Seed.</param>
    /// <param name="writesPerSecond">How often, above 0.</param>
    public RadioFlood(ulong seed, double writesPerSecond)
    {
        random = DeterministicRandom.For(seed, "flood");
        periodUs = Math.Max(1, (long)(1e6 / writesPerSecond));
    }

    public void Start(VirtualHolder holder) => next = holder.Queue.After(periodUs, () =>
    {
        Write(holder.Board.Radio);
        Start(holder);
    });

    public void Stop() => next?.Cancel();

    private void Write(RadioChip radio)
    {
        int[] targets = [.. radio.Services
            .SelectMany(service => service.Characteristics)
            .Where(characteristic => (characteristic.Properties & Writable) != 0)
            .Select(characteristic => characteristic.Index)];
        if (targets.Length == 0)
        {
            return;
        }

        byte[] value = new byte[1 + random.NextInt32(LongestBytes)];
        for (int i = 0; i < value.Length; i++)
        {
            value[i] = (byte)random.NextInt32(256);
        }

        radio.Write(targets[random.NextInt32(targets.Length)], value, static _ => { });
    }
}
