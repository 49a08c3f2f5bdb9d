using IqosDevice.Client;
using IqosDevice.Client.Values;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Hosting;
using Xunit;

namespace IqosDevice.Samples.AppTests;

/// <summary>What an app's own tests look like: a holder of their own each, in virtual time, side by side.</summary>
public sealed class SessionScreenTests
{
    [Fact]
    public void The_app_follows_a_session_from_the_button_to_its_end()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Run(async () =>
        {
            await using HolderClient app = await ConnectAsync(holder);
            holder.InsertStick();
            holder.HoldButton(TimeSpan.FromSeconds(1.2));

            var seen = new List<HolderState>();
            await foreach (HolderStatus status in app.WatchSessionAsync(TestContext.Current.CancellationToken))
            {
                if (seen.Count == 0 || seen[^1] != status.State)
                {
                    seen.Add(status.State);
                }
            }

            Assert.Equal(
                [HolderState.Ready, HolderState.StickInserted, HolderState.Preheat, HolderState.Session, HolderState.EndWarning, HolderState.Cooling],
                seen);
        });

        // What the app could not see: the plant's true values.
        Assert.InRange(holder.Trace.Samples.Max(sample => sample.HeaterCelsius), 340, 355);
    }

    [Fact]
    public void A_puff_shows_up_in_the_app()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.InsertStick();
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        Assert.True(holder.RunUntil(held => held.Snapshot().State == "Session", limit: TimeSpan.FromSeconds(60)));
        holder.Advance(TimeSpan.FromSeconds(10));

        holder.Run(async () =>
        {
            await using HolderClient app = await ConnectAsync(holder);
            holder.Puff(millilitres: 55, seconds: 2);
            holder.Advance(TimeSpan.FromSeconds(5));

            Assert.Equal(13, (await app.ReadStatusAsync(TestContext.Current.CancellationToken)).PuffsLeft);
        });
    }

    [Fact]
    public void A_setting_survives_a_power_cycle()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Run(async () =>
        {
            await using (HolderClient app = await ConnectAsync(holder))
            {
                await app.Settings.SetAutoStartAsync(true, TestContext.Current.CancellationToken);
            }

            await Task.Delay(TimeSpan.FromSeconds(30), holder.Time(), TestContext.Current.CancellationToken);
            holder.PowerCycle();

            await using HolderClient again = await ConnectAsync(holder);
            Assert.True(await again.Settings.ReadAutoStartAsync(TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    public void A_model_that_lacks_a_function_is_silent_and_the_wait_costs_no_real_time()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Model = "ILUMA" });
        holder.Run(async () =>
        {
            await using HolderClient app = await ConnectAsync(holder);
            double before = holder.Snapshot().Seconds;

            await Assert.ThrowsAsync<HolderTimeoutException>(
                () => app.Settings.ReadAutoStartAsync(TestContext.Current.CancellationToken));

            Assert.InRange(holder.Snapshot().Seconds - before, 5, 5.2);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Equal_seeds_and_acts_give_equal_traces_with_a_client_and_all(int seed)
    {
        Assert.Equal(Trace(seed), Trace(seed));

        static string Trace(int seed)
        {
            using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Seed = (ulong)seed });
            holder.Run(async () =>
            {
                await using HolderClient app = await ConnectAsync(holder);
                holder.InsertStick();
                holder.HoldButton(TimeSpan.FromSeconds(1.2));
                await app.ReadBatteryAsync(TestContext.Current.CancellationToken);
                await app.ReadTelemetryAsync(TestContext.Current.CancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(40), holder.Time(), TestContext.Current.CancellationToken);
            });
            return holder.TraceHash;
        }
    }

    private static Task<HolderClient> ConnectAsync(VirtualHolder holder) => HolderClient.ConnectAsync(
        holder.Connect(), new HolderClientOptions { Time = holder.Time() }, TestContext.Current.CancellationToken);
}
