using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Checkers;
using IqosDevice.Emulator.Simulation;
using IqosDevice.Emulator.Tests.Gatt;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class BusFuzzTests
{
    private const int StreamCount = 250;
    private const int PduCount = 20_000;
    private const long MostKeptBytes = 16 * 1024 * 1024;

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    public async Task Whatever_clients_of_the_bus_send_the_next_one_is_served_and_the_holder_heats_safely(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        await using var rig = new HeatingHolderRig();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < StreamCount; i++)
        {
            byte[] original = Corpus.Streams[random.NextInt32(Corpus.Streams.Count)];
            await PlayAsync(rig, Corpus.Mutate(original, Corpus.Streams, random), $"seed {seed}, stream {i}");
        }

        await using (BusTestClient client = rig.Open())
        {
            await client.SayHelloAsync();
            (await client.GetAsync(BusTestClient.Adapter, "org.bluez.Adapter1", "Address")).ShouldBe("02:00:00:00:00:01");
        }

        await rig.CheckAsync();
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(MostKeptBytes);
    }

    [Fact]
    public async Task Traffic_as_it_was_recorded_goes_through()
    {
        await using var rig = new HeatingHolderRig();
        for (int i = 0; i < Corpus.Streams.Count; i++)
        {
            await PlayAsync(rig, Corpus.Streams[i], $"stream {i}");
        }

        await rig.CheckAsync();
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Whatever_comes_over_the_air_the_holder_heats_safely(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        var checker = new InvariantChecker();
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Observe(checker);
        var bearer = new RecordingBearer();
        AttServer? link = null;
        bool hasHeated = false;
        for (int i = 0; i < PduCount; i++)
        {
            link = holder.Peripheral.IsConnected ? link : holder.Peripheral.TryConnect(bearer);
            link?.Receive(Corpus.Mutate(Corpus.Pdus[random.NextInt32(Corpus.Pdus.Count)], Corpus.Pdus, random));
            bearer.Sent.Clear();
            if (i % 1000 == 0)
            {
                holder.RemoveStick();
                holder.Advance(TimeSpan.FromSeconds(1));
                holder.InsertStick();
                holder.Advance(TimeSpan.FromSeconds(1));
                holder.HoldButton(TimeSpan.FromSeconds(1.2));
            }

            if (i % 20 == 0)
            {
                holder.Advance(TimeSpan.FromMilliseconds(200));
            }

            hasHeated |= holder.Plant.HeaterCelsius > 200;
        }

        hasHeated.ShouldBeTrue();
        checker.Violations.ShouldBeEmpty($"seed {seed}");
    }

    /// <summary>One connection: what it sends, and its end. A defect of ours would stand in the log's last line.</summary>
    private static async Task PlayAsync(HeatingHolderRig rig, byte[] stream, string which)
    {
        BusTestClient client = rig.Open();
        Task drained = client.WaitForEndAsync();
        await client.SendAsync(stream);
        await client.CloseOutputAsync();
        await drained;
        await client.DisposeAsync();
        string end = await rig.Log.WaitForAsync("ended");
        end.ShouldNotContain("the emulator failed", Case.Sensitive, which);
        await rig.AdvanceAsync();
    }
}
