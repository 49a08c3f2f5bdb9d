using IqosDevice.Client.Values;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Client.Tests;

/// <summary>The typed calls against an emulated holder, every one on every model.</summary>
public sealed class HolderClientTests
{
    private static readonly HolderClientOptions Impatient = new() { ScpTimeout = TimeSpan.FromMilliseconds(100) };

    public static TheoryData<string> Models => [.. HolderModels.Names];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task What_every_model_tells_can_be_read(string model)
    {
        await using RunningHolder holder = RunningHolder.Start(model);
        await using HolderClient client = await holder.ConnectAsync();
        bool isTwoPieces = HolderModels.Find(model).HasSeparateHolder;

        client.Gatt.Mtu.ShouldBe(247);
        (await client.ReadDeviceInformationAsync(HolderUuids.ModelNumber, Token)).ShouldBe(model);
        (await client.ReadDeviceInformationAsync(HolderUuids.SerialNumber, Token)).ShouldBe(holder.Unit.SerialNumber);
        (await client.ReadDeviceCodeAsync(Token)).ShouldBe(holder.Unit.DeviceCode);
        (await client.ReadChargerCodeAsync(Token)).ShouldBe(holder.Unit.ChargerCode);
        (await client.ReadFirmwareVersionAsync(Token)).ToString().ShouldBe(isTwoPieces ? "124.6.0.114" : "135.5.0.33");
        (await client.ReadChargerFirmwareVersionAsync(Token)).ToString().ShouldBe("135.5.0.33");
        (await client.ReadClockAsync(Token)).ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromMinutes(30));
        (await client.ReadStatusAsync(Token)).State.ShouldBeOneOf(HolderState.Ready, HolderState.Sleep, HolderState.Charging);
        (await client.ReadTelemetryAsync(Token)).TotalUses.ShouldBe(0);
        (await client.ReadBatteryAsync(Token)).ChargerPercent.ShouldBeInRange(1, 100);
        (await client.ReadEventLogAsync(0, Token))[0].Kind.ShouldBe(EventKind.Boot);

        BatteryGauge own = await client.ReadGaugeAsync(Token);
        BatteryGauge charger = await client.ReadChargerGaugeAsync(Token);
        own.FullMilliampereHours.ShouldBeInRange(100, 300);
        own.Millivolts.ShouldBeInRange(3300, 4250);
        own.Celsius.ShouldBe(25, 3);
        (charger.FullMilliampereHours > own.FullMilliampereHours).ShouldBe(isTwoPieces);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task What_every_model_can_be_told_is_applied(string model)
    {
        await using RunningHolder holder = RunningHolder.Start(model);
        await using HolderClient client = await holder.ConnectAsync();
        foreach (bool on in new[] { true, false })
        {
            await client.SetLockedAsync(on, Token);
            (await client.ReadLockedAsync(Token)).ShouldBe(on);
            await client.SetFindMyDeviceAsync(on, Token);
            await client.Settings.SetBrightnessAsync(on ? 30 : 100, Token);
            (await client.Settings.ReadBrightnessAsync(Token)).ShouldBe(on ? 30 : 100);
            var vibration = new VibrationSettings(HeatingStart: on, Ready: !on, PuffEnd: !on, ManualStop: on);
            await client.Settings.SetVibrationAsync(vibration, Token);
            (await client.Settings.ReadVibrationAsync(Token)).ShouldBe(vibration);
        }

        (await client.ReadEventLogAsync(0, Token)).Select(entry => entry.Kind)
            .ShouldContain(EventKind.Lock);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task What_a_model_has_is_applied_and_what_it_lacks_is_a_time_out(string model)
    {
        await using RunningHolder holder = RunningHolder.Start(model);
        var capabilities = HolderModels.Find(model);
        (bool Has, Func<HolderSettings, bool, Task> Set, Func<HolderSettings, Task<bool>> Read)[] switches =
        [
            (capabilities.HasChargeStartVibration, (s, on) => s.SetChargeStartVibrationAsync(on), s => s.ReadChargeStartVibrationAsync()),
            (capabilities.HasAutoStart, (s, on) => s.SetAutoStartAsync(on), s => s.ReadAutoStartAsync()),
            (capabilities.HasSmartGesture, (s, on) => s.SetSmartGestureAsync(on), s => s.ReadSmartGestureAsync()),
            (capabilities.HasFlexAndPause, (s, on) => s.SetPauseModeAsync(on), s => s.ReadPauseModeAsync()),
            (capabilities.HasFlexAndPause, (s, on) => s.SetFlexBatteryEcoAsync(on), s => s.ReadFlexBatteryEcoAsync()),
            (capabilities.HasFlexAndPause, (s, on) => s.SetFlexPuffAsync(on), s => s.ReadFlexPuffAsync()),
        ];
        await using (HolderClient client = await holder.ConnectAsync())
        {
            foreach ((_, var set, var read) in switches.Where(item => item.Has))
            {
                await set(client.Settings, true);
                (await read(client.Settings)).ShouldBeTrue();
                await set(client.Settings, false);
                (await read(client.Settings)).ShouldBeFalse();
            }
        }

        await using HolderClient impatient = await ConnectWhenFreeAsync(holder, Impatient);
        foreach ((_, var set, var read) in switches.Where(item => !item.Has))
        {
            await Should.ThrowAsync<HolderTimeoutException>(() => read(impatient.Settings));
            await Should.ThrowAsync<HolderTimeoutException>(() => set(impatient.Settings, true));
        }
    }

    [Fact]
    public async Task A_second_client_is_refused_with_a_hint_and_the_first_one_stays()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using HolderClient first = await holder.ConnectAsync();

        HolderConnectionException error = await Should.ThrowAsync<HolderConnectionException>(() => holder.ConnectAsync());

        error.Message.ShouldContain("another client is connected");
        (await first.ReadStatusAsync(Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_client_within_the_process_needs_no_socket()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using HolderClient client = await HolderClient.ConnectAsync(holder.OpenInMemory(), cancellation: Token);

        (await client.ReadDeviceCodeAsync(Token)).ShouldBe(holder.Unit.DeviceCode);
        (await Should.ThrowAsync<HolderConnectionException>(() => holder.ConnectAsync())).Message.ShouldContain("another client");
    }

    [Fact]
    public async Task At_the_smallest_mtu_everything_comes_in_fragments_and_is_the_same()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using HolderClient client = await holder.ConnectAsync(new HolderClientOptions { Mtu = 23 });

        client.Gatt.Mtu.ShouldBe(23);
        (await client.ReadTelemetryAsync(Token)).Blocks.Count.ShouldBe(4);
        (await client.ReadDeviceInformationAsync(HolderUuids.SoftwareRevision, Token)).ShouldBe("IQOS 4.1 SW Charger v135.5.0");
    }

    [Fact]
    public async Task Events_are_listed_once_and_then_come_as_they_happen()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using HolderClient client = await holder.ConnectAsync();
        await client.SetLockedAsync(true, Token);
        IReadOnlyList<EventLogEntry> listed = await client.ReadEventLogAsync(0, Token);
        await using IAsyncEnumerator<EventLogEntry> events = client.WatchEventLogAsync(0, Token).GetAsyncEnumerator(Token);
        foreach (EventLogEntry entry in listed)
        {
            (await events.MoveNextAsync()).ShouldBeTrue();
            events.Current.ShouldBe(entry);
        }

        ValueTask<bool> next = events.MoveNextAsync();
        await client.SetLockedAsync(false, Token);

        (await next).ShouldBeTrue();
        events.Current.Kind.ShouldBe(EventKind.Lock);
        events.Current.Sequence.ShouldBe(listed[^1].Sequence + 1);
        (await client.ReadEventLogAsync(listed[^1].Sequence, Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_radio_link_that_breaks_is_told_to_whoever_waits()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using ControlClient hands = await holder.ConnectControlAsync();
        await using HolderClient client = await holder.ConnectAsync();
        await hands.SetReplyDelayAsync(TimeSpan.FromMinutes(1), Token);
        Task<bool> request = client.ReadLockedAsync(Token);

        await hands.DropLinkAsync(Token);

        await Should.ThrowAsync<HolderConnectionException>(() => request);
    }

    [Theory]
    [InlineData("unix:/nowhere/holder.sock")]
    [InlineData("tcp:127.0.0.1:1")]
    public async Task Where_nobody_listens_the_error_says_what_to_start(string address) =>
        (await Should.ThrowAsync<HolderConnectionException>(() => HolderClient.ConnectAsync(address, cancellation: Token)))
            .Message.ShouldContain("iqos-emulator run");

    [Theory]
    [InlineData("holder.sock")]
    [InlineData("unix:")]
    [InlineData("tcp:host:0")]
    [InlineData("tcp:70000")]
    [InlineData("http://host")]
    public async Task An_address_of_no_known_form_is_refused(string address) =>
        await Should.ThrowAsync<FormatException>(() => HolderClient.ConnectAsync(address, cancellation: Token));

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_refused() =>
        (await Should.ThrowAsync<FormatException>(
            () => HolderClient.ConnectAsync("unix:/" + new string('x', 200), cancellation: Token))).Message.ShouldContain("too long");

    /// <summary>Connects as soon as the holder has noticed that the last client left.</summary>
    private static async Task<HolderClient> ConnectWhenFreeAsync(RunningHolder holder, HolderClientOptions options)
    {
        while (true)
        {
            try
            {
                return await holder.ConnectAsync(options);
            }
            catch (HolderConnectionException)
            {
                await Task.Yield();
            }
        }
    }
}
