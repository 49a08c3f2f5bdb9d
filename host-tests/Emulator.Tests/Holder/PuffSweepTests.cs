using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>
/// Whenever a puff comes, the firmware counts it once and knows its volume: start, volume and duration swept over
/// the whole holder, with its sensors' noise. And nothing but a puff counts.
/// </summary>
public sealed class PuffSweepTests
{
    private const double AllowedVolumeError = 0.25;

    private static readonly byte[] PauseModeOn = [0x00, 0xC9, 0x47, 0x24, 0x02, 0x01, 0x00, 0x00, 0x05];
    private static readonly byte[] FlexBatteryEco = [0x00, 0xC9, 0x44, 0x25, 0x01, 0x00, 0x00, 0x00, 0x4D];

    /// <summary>From Ready on the set point falls for 2.5 s, in eco for 5 s.</summary>
    private static readonly double[] StartsAfterReady = [0, 0.3, 0.7, 1.5, 2.5, 4, 15];

    private static readonly (double Millilitres, double Seconds)[] Shapes =
        [(35, 1), (35, 2), (35, 4), (55, 1), (55, 2), (55, 4), (80, 1), (80, 2), (80, 4)];

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(40)]
    public void A_puff_soon_after_Ready_counts_whenever_it_begins(double ambientCelsius)
    {
        Sweep(StartsAfterReady, (start, seed) =>
        {
            VirtualHolder holder = StartHolder(seed, ambientCelsius);
            GetReady(holder);
            holder.Advance(TimeSpan.FromSeconds(start));
            return holder;
        });
    }

    [Fact]
    public void A_puff_counts_while_the_set_point_falls_to_that_of_eco()
    {
        Sweep(StartsAfterReady, (start, seed) =>
        {
            VirtualHolder holder = StartHolder(seed);
            Set(holder, FlexBatteryEco);
            GetReady(holder);
            holder.Advance(TimeSpan.FromSeconds(0.1));
            holder.Firmware.SetpointCelsius.ShouldBe(325, 0.1);
            holder.Advance(TimeSpan.FromSeconds(start));
            return holder;
        });
    }

    [Fact]
    public void A_puff_counts_while_the_set_point_rises_in_the_last_minute()
    {
        Sweep([0, 3, 15, 30, 45], (start, seed) =>
        {
            VirtualHolder holder = StartHolder(seed);
            GetReady(holder);
            holder.Advance(TimeSpan.FromSeconds(299 + start));
            return holder;
        });
    }

    /// <summary>After half a minute's pause the heater needs 2.2 s back to its set point, the load another second to settle.</summary>
    [Fact]
    public void After_a_pause_a_puff_counts_from_when_the_heater_is_back_at_its_set_point()
    {
        Sweep([3.5, 4, 8], (start, seed) =>
        {
            VirtualHolder holder = StartHolder(seed);
            Set(holder, PauseModeOn);
            GetReady(holder);
            holder.Advance(TimeSpan.FromSeconds(20));
            PauseOrResume(holder, HolderState.Paused);
            holder.Advance(TimeSpan.FromSeconds(30));
            PauseOrResume(holder, HolderState.Session);
            holder.Advance(TimeSpan.FromSeconds(start));
            return holder;
        });
    }

    [Fact]
    public void A_puff_cut_off_by_a_pause_counts()
    {
        using VirtualHolder holder = StartHolder(1);
        Set(holder, PauseModeOn);
        GetReady(holder);
        holder.Advance(TimeSpan.FromSeconds(20));
        holder.Puff(55, 4);
        holder.Advance(TimeSpan.FromSeconds(1.5));

        PauseOrResume(holder, HolderState.Paused);
        holder.Advance(TimeSpan.FromSeconds(10));

        holder.Firmware.PuffsTaken.ShouldBe(1);
    }

    [Fact]
    public void Pauses_are_no_puffs_even_where_the_heaters_heat_capacity_is_not_the_assumed_one()
    {
        foreach (double share in new[] { 0.7, 0.8, 0.9, 1, 1.15, 1.3 })
        {
            var plant = new PlantParameters();
            plant = plant with { HeaterHeatCapacityJoulesPerKelvin = share * plant.HeaterHeatCapacityJoulesPerKelvin };
            using VirtualHolder holder = StartHolder(1, plant: plant);
            Set(holder, PauseModeOn);
            GetReady(holder);
            foreach (int seconds in new[] { 2, 10, 30 })
            {
                holder.Advance(TimeSpan.FromSeconds(15));
                PauseOrResume(holder, HolderState.Paused);
                holder.Advance(TimeSpan.FromSeconds(seconds));
                PauseOrResume(holder, HolderState.Session);
            }

            holder.Advance(TimeSpan.FromSeconds(15));
            holder.Firmware.PuffsTaken.ShouldBe(0, $"heat capacity {share} of the nominal");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void Nothing_counts_in_a_session_without_puffs(double ambientCelsius)
    {
        SessionReport report = SessionRun.Execute(
            new HolderOptions { Seed = 11, AmbientCelsius = ambientCelsius }, PuffProfile.ByName("none", 11));

        report.Puffs.ShouldBe(0);
        report.EndReason.ShouldBe("Time");
    }

    [Fact]
    public void A_power_that_is_folded_back_is_no_puff()
    {
        // An old, half empty cell in the cold: its voltage falls below 3.2 V under load.
        var plant = new PlantParameters { InitialStateOfCharge = 0.5, CellOhms = 0.35 };

        SessionReport report = SessionRun.Execute(
            new HolderOptions { AmbientCelsius = 2, Plant = plant }, PuffProfile.ByName("none", 1));

        report.Puffs.ShouldBe(0);
        report.ReadyAtSeconds.ShouldNotBeNull();
    }

    [Fact]
    public void Natural_puffs_are_counted_to_the_last_one_whatever_the_seed()
    {
        for (ulong seed = 101; seed <= 140; seed++)
        {
            var puffs = PuffProfile.ByName("natural", seed);

            SessionReport report = SessionRun.Execute(new HolderOptions { Seed = seed }, puffs);

            report.Puffs.ShouldBe(Math.Min(puffs.Puffs.Count, 14), $"seed {seed}");
            report.Faults.ShouldBeEmpty();
        }
    }

    private static void Sweep(double[] starts, Func<double, ulong, VirtualHolder> bringThere)
    {
        ulong seed = 0;
        foreach (double start in starts)
        {
            foreach ((double millilitres, double seconds) in Shapes)
            {
                using VirtualHolder holder = bringThere(start, ++seed);
                string which = $"{millilitres} ml in {seconds} s, {start} s after, seed {seed}";
                holder.Firmware.PuffsTaken.ShouldBe(0, which);

                holder.Puff(millilitres, seconds);
                holder.Advance(TimeSpan.FromSeconds(seconds + 0.5));

                holder.Firmware.PuffsTaken.ShouldBe(1, which);
                holder.Firmware.Puffing.ShouldBeFalse(which);
                ((double)holder.Firmware.MeanPuffMl).ShouldBe(millilitres, AllowedVolumeError * millilitres, which);
                holder.Advance(TimeSpan.FromSeconds(5));
                holder.Firmware.PuffsTaken.ShouldBe(1, which);
            }
        }
    }

    private static VirtualHolder StartHolder(ulong seed, double ambientCelsius = 25, PlantParameters? plant = null)
    {
        VirtualHolder holder = VirtualHolder.Start(
            new HolderOptions { Seed = seed, AmbientCelsius = ambientCelsius, Plant = plant ?? new PlantParameters() });
        holder.Advance(TimeSpan.FromSeconds(1));
        return holder;
    }

    private static void Set(VirtualHolder holder, byte[] frame)
    {
        var client = new HolderClient(holder);
        client.Write(HolderClient.ScpControlPoint, frame).ShouldBe([0x13]);
        holder.Advance(TimeSpan.FromSeconds(0.2));
        client.Leave();
    }

    private static void GetReady(VirtualHolder holder)
    {
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(static h => h.Firmware.State == HolderState.Session, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    private static void PauseOrResume(VirtualHolder holder, HolderState state)
    {
        holder.HoldButton(TimeSpan.FromSeconds(0.2));
        holder.RunUntil(h => h.Firmware.State == state, TimeSpan.FromSeconds(1)).ShouldBeTrue();
    }
}
