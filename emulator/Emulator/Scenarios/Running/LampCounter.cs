using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Scenarios.Conditions;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>Counts how often each light, and the motor, came on.</summary>
internal sealed class LampCounter : IHolderObserver
{
    private readonly int[] counts = new int[Lamp.All.Count];
    private readonly bool[] lit = new bool[Lamp.All.Count];

    /// <summary>Starts again from zero; one that is on does not count again until it has been off.</summary>
    public void Reset() => Array.Clear(counts);

    public int Count(Lamp lamp)
    {
        for (int index = 0; index < counts.Length; index++)
        {
            if (Lamp.All[index] == lamp)
            {
                return counts[index];
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        for (int index = 0; index < counts.Length; index++)
        {
            bool now = holder.Board.Pwm.PermilleAt(Lamp.All[index].Pin) > 0;
            if (now && !lit[index])
            {
                counts[index]++;
            }

            lit[index] = now;
        }
    }
}
