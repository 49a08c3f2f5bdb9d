using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Safety;

namespace IqosDevice.DeviceSemantics.Tests.Scenarios;

/// <summary>
/// What must hold for regulation and supervisor whatever comes in: NaN, infinities, extreme numbers, clocks that jump.
/// The duty is 0 to 1000; without a closed load switch there is none beyond the proof's; a trip means neither from its
/// tick on, until it is released; and a lock-out is released by nothing but service.
/// </summary>
internal static class SupervisorProperties
{
    private const int MildEpisodeTicks = 300;

    /// <summary>Wild input soon locks out, and what is locked out has nothing left to prove.</summary>
    private const int WildEpisodeTicks = 40;

    /// <summary>Neither the proof of the cut-out nor a whole preheat comes first: an episode is too short for them.</summary>
    private const long BeginsAtOnce = (1L << CutOutProof.Row) | (1L << SessionLimitCheck.Row);

    /// <summary>Runs steps in episodes, each with a fresh supervisor, proof of the cut-out included in every other one.</summary>
    /// <param name="seed">Seed of what comes in.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="mild">Most of what comes in is good, so that there is heat to take away; otherwise three of ten inputs are nonsense.</param>
    /// <returns>The first violation in words, or how many steps heated, how often something tripped, and which rows.</returns>
    public static string Run(int seed, int steps, bool mild)
    {
        int episodeTicks = mild ? MildEpisodeTicks : WildEpisodeTicks;
        var source = new NonsenseSource(seed, mild);
        var inputs = new BoardInputs();
        var demand = new HeatDemand();
        var settings = new Settings();
        var regulation = new HeaterRegulation(settings);
        var supervisor = new Supervisor(settings);
        (int heated, int tripped, int row, bool locked, long rows) = (0, 0, 0, false, 0);
        for (int i = 0; i < steps; i++)
        {
            if (i % episodeTicks == 0)
            {
                regulation = new HeaterRegulation(settings);
                supervisor = new Supervisor(settings) { MutedRows = i / episodeTicks % 2 == 0 ? BeginsAtOnce : 0 };
                (row, locked) = (0, false);
            }

            long nowMs = source.Fill(inputs, demand, settings, supervisor.DutyPermille);
            regulation.Observe(nowMs, inputs, demand, supervisor.DutyPermille);
            float requested = regulation.Control(nowMs, inputs, demand);
            supervisor.Permit(nowMs, inputs, demand, source.Chance(0.99) ? requested : source.Float());
            supervisor.Watch(regulation.View.PuffCount);
            regulation.Follow(demand.Phase, inputs);
            if (Violation(supervisor, row, locked) is { } what)
            {
                return $"step {i}: {what}";
            }

            heated += supervisor.DutyPermille > CutOutProof.ProofPermille ? 1 : 0;
            tripped += supervisor.FaultRow != 0 && row == 0 ? 1 : 0;
            rows |= 1L << supervisor.FaultRow;
            (row, locked) = (supervisor.FaultRow, supervisor.FaultLatched);
            if (source.Chance(0.1))
            {
                supervisor.Release();
                if (locked && supervisor.FaultRow != row)
                {
                    return $"step {i}: a lock-out was released";
                }

                row = supervisor.FaultRow;
            }
        }

        return $"{heated} steps heated, {tripped} trips by {Count(rows >> 1)} rows";
    }

    private static int Count(long rows)
    {
        int count = 0;
        for (int row = 0; row < 63; row++)
        {
            count += (int)((rows >> row) & 1);
        }

        return count;
    }

    private static string? Violation(Supervisor supervisor, int row, bool locked)
    {
        int duty = supervisor.DutyPermille;
        if (duty is < 0 or > 1000)
        {
            return $"duty {duty}";
        }

        if (duty > CutOutProof.ProofPermille && !supervisor.LoadSwitchOn)
        {
            return $"duty {duty} with an open load switch";
        }

        if (supervisor.FaultRow != 0 && (duty != 0 || supervisor.LoadSwitchOn || supervisor.Heartbeat))
        {
            return $"row {supervisor.FaultRow} tripped, and duty {duty}";
        }

        if (row != 0 && supervisor.FaultRow == 0)
        {
            return $"row {row} un-tripped by itself";
        }

        return locked && !supervisor.FaultLatched ? $"the lock-out by row {row} is gone" : null;
    }
}
