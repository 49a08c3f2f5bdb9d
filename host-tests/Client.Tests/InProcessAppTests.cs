using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Client.Tests;

public sealed class InProcessAppTests
{
    [Fact]
    public void A_second_client_is_refused_while_one_is_connected_and_let_in_after_it()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Run(async () =>
        {
            await using (await ConnectAsync(holder))
            {
                Should.Throw<IOException>(() => holder.Connect());
            }

            await using HolderClient next = await ConnectAsync(holder);
            (await next.ReadDeviceCodeAsync()).ShouldBe(holder.Identity.HolderProductNumber);
        });
    }

    [Fact]
    public void A_link_that_the_holder_drops_is_a_connection_lost()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Run(async () =>
        {
            await using HolderClient app = await ConnectAsync(holder);
            holder.DropLink();

            await Should.ThrowAsync<HolderConnectionException>(() => app.ReadBatteryAsync());
        });
    }

    [Fact]
    public void An_app_that_waits_for_ever_is_told_so_after_its_limit()
    {
        using VirtualHolder holder = VirtualHolder.Start();

        Should.Throw<TimeoutException>(() => holder.Run(() => new TaskCompletionSource().Task, TimeSpan.FromSeconds(30)))
            .Message.ShouldContain("30 virtual seconds");
    }

    [Fact]
    public void What_the_app_throws_comes_out_as_it_is()
    {
        using VirtualHolder holder = VirtualHolder.Start();

        Should.Throw<InvalidDataException>(() => holder.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), holder.Time(), TestContext.Current.CancellationToken);
            throw new InvalidDataException();
        }));
        SynchronizationContext.Current?.GetType().Namespace.ShouldNotBe("IqosDevice.Emulator.Hosting");
    }

    [Fact]
    public void Time_of_the_app_is_the_holders()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Run(async () =>
        {
            TimeProvider time = holder.Time();
            DateTimeOffset before = time.GetUtcNow();
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);

            (time.GetUtcNow() - before).ShouldBe(TimeSpan.FromMinutes(2));
        });
    }

    [Fact]
    public async Task Many_run_side_by_side_with_equal_traces()
    {
        Task<string>[] runs = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using VirtualHolder holder = VirtualHolder.Start();
            holder.Run(async () =>
            {
                await using HolderClient app = await ConnectAsync(holder);
                await app.ReadTelemetryAsync();
                await app.Settings.SetBrightnessAsync(30);
            });
            return holder.TraceHash;
        }, TestContext.Current.CancellationToken))];

        (await Task.WhenAll(runs)).Distinct().ShouldHaveSingleItem();
    }

    private static Task<HolderClient> ConnectAsync(VirtualHolder holder) =>
        HolderClient.ConnectAsync(holder.Connect(), new HolderClientOptions { Time = holder.Time() });
}
